package dev.portico.pax8.mapping.match;

import java.util.Arrays;
import java.util.List;

/** How far each pair stands above the other pairs that one of its two companies could be in. */
final class Rivalry {

    private static final double NOBODY = -6;

    private final double[][] leftBest;
    private final double[][] rightBest;

    Rivalry(int lefts, int rights, List<Pairing> pairings) {
        leftBest = nobody(lefts);
        rightBest = nobody(rights);
        for (Pairing pairing : pairings) {
            note(leftBest[pairing.left()], pairing.alone());
            note(rightBest[pairing.right()], pairing.alone());
        }
    }

    double score(Pairing pairing) {
        return Score.among(
                pairing.alone(),
                margin(leftBest[pairing.left()], pairing.alone()),
                margin(rightBest[pairing.right()], pairing.alone()));
    }

    private static double[][] nobody(int companies) {
        double[][] result = new double[companies][2];
        for (double[] two : result) {
            Arrays.fill(two, NOBODY);
        }
        return result;
    }

    private static double margin(double[] two, double alone) {
        return alone - (alone >= two[0] ? two[1] : two[0]);
    }

    private static void note(double[] two, double alone) {
        if (alone > two[0]) {
            two[1] = two[0];
            two[0] = alone;
        } else if (alone > two[1]) {
            two[1] = alone;
        }
    }

    /**
     * Two companies that could be one.
     *
     * @param left position in the left list
     * @param right position in the right list
     * @param alone log odds of the pair, its rivals left aside
     */
    record Pairing(int left, int right, Evidence evidence, double alone) {}
}
