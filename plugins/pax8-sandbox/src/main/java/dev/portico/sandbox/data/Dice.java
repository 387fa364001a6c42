package dev.portico.sandbox.data;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that falls the same way every time: the seed is the name of what is decided. */
final class Dice {

    private static final long SEED = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static Dice of(String decision) {
        return new Dice(hash(decision));
    }

    static Dice of(String decision, int number) {
        return new Dice(hash(decision) + SEED * (number + 1));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    double fraction() {
        return random.nextDouble();
    }

    boolean percent(double chance) {
        return random.nextDouble() * 100 < chance;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** FNV-1a with a final mix: spread well enough, and the same on every Java. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L ^ SEED;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
