package dev.portico.pax8.mapping.match;

import dev.portico.pax8.mapping.match.Evidence.Profile;
import dev.portico.pax8.mapping.match.Proposal.Rival;
import dev.portico.pax8.mapping.match.Proposal.Side;
import dev.portico.pax8.mapping.match.Rivalry.Pairing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proposes which companies of two lists are the same firm. A pure function: the same lists give the same proposals.
 *
 * <p>Names are split into words that weigh by their rarity, and the words are aligned; a website that only these two
 * have comes before the name, the city adds to it. Every company is in at most one proposal.
 */
public final class QuickMatch {

    private static final double SURE_BY_DOMAIN = 0.95;
    private static final double RIVAL_WORTH_NAMING = 0.2;

    private final List<Profile> lefts;
    private final List<Profile> rights;

    private QuickMatch(List<MatchCandidate> left, List<MatchCandidate> right) {
        lefts = profiles(left);
        rights = profiles(right);
    }

    /**
     * Proposes pairs.
     *
     * @param left companies of one list
     * @param right companies of the other list
     * @param threshold least score of a proposal, 0 to 1
     * @return proposals, the highest score first
     */
    public static List<Proposal> propose(List<MatchCandidate> left, List<MatchCandidate> right, double threshold) {
        return new QuickMatch(left, right).propose(threshold);
    }

    private List<Proposal> propose(double threshold) {
        List<Scored> scored = scored();
        Map<Integer, Scored> ofLeft = new HashMap<>();
        Map<Integer, Scored> ofRight = new HashMap<>();
        for (Scored pair : scored) {
            if (!ofLeft.containsKey(pair.left()) && !ofRight.containsKey(pair.right())) {
                ofLeft.put(pair.left(), pair);
                ofRight.put(pair.right(), pair);
            }
        }
        Map<Integer, List<Scored>> alsoLeft = scored.stream().collect(Collectors.groupingBy(Scored::left));
        Map<Integer, List<Scored>> alsoRight = scored.stream().collect(Collectors.groupingBy(Scored::right));
        return ofLeft.values().stream()
                .filter(pair -> pair.score() >= threshold)
                .sorted(Scored.BEST_FIRST)
                .map(pair -> {
                    Optional<Rival> otherRight = rival(pair, alsoLeft.get(pair.left()), Side.RIGHT, ofRight);
                    Optional<Rival> otherLeft = rival(pair, alsoRight.get(pair.right()), Side.LEFT, ofLeft);
                    return new Proposal(
                            lefts.get(pair.left()).company().id(),
                            rights.get(pair.right()).company().id(),
                            pair.score(),
                            Reasons.of(pair.evidence()),
                            Stream.of(otherRight, otherLeft)
                                    .flatMap(Optional::stream)
                                    .max(Comparator.comparingDouble(Rival::score)));
                })
                .toList();
    }

    /** The best of the other pairs, unless its other company has found a better partner. */
    private Optional<Rival> rival(Scored chosen, List<Scored> pairs, Side side, Map<Integer, Scored> taken) {
        if (chosen.byDomain()) {
            return Optional.empty();
        }
        return pairs.stream()
                .filter(pair -> pair != chosen && pair.score() >= RIVAL_WORTH_NAMING)
                .filter(pair -> {
                    Scored better = taken.get(side == Side.RIGHT ? pair.right() : pair.left());
                    return better == null || better.score() <= pair.score();
                })
                .max(Comparator.comparingDouble(Scored::score))
                .map(pair -> new Rival(
                        side,
                        (side == Side.RIGHT ? rights.get(pair.right()) : lefts.get(pair.left())).company().id(),
                        pair.score()));
    }

    private List<Scored> scored() {
        WordWeights weights = new WordWeights(
                Stream.concat(lefts.stream(), rights.stream()).map(Profile::name).toList());
        CandidateIndex index = new CandidateIndex(rights);
        List<Pairing> pairings = new ArrayList<>();
        for (int left = 0; left < lefts.size(); left++) {
            for (int right : index.candidates(lefts.get(left))) {
                Evidence evidence = Evidence.of(lefts.get(left), rights.get(right), weights);
                pairings.add(new Pairing(left, right, evidence, Score.alone(evidence)));
            }
        }
        Rivalry rivalry = new Rivalry(lefts.size(), rights.size(), pairings);
        Map<String, Long> domainsLeft = domains(lefts);
        Map<String, Long> domainsRight = domains(rights);
        return pairings.stream()
                .map(pairing -> {
                    String domain = pairing.evidence().left().domain();
                    boolean only = pairing.evidence().sameDomain()
                            && domainsLeft.get(domain) == 1
                            && domainsRight.get(domain) == 1;
                    double score = rivalry.score(pairing);
                    return new Scored(
                            pairing.left(), pairing.right(), pairing.evidence(), only,
                            only ? SURE_BY_DOMAIN + (1 - SURE_BY_DOMAIN) * score : score);
                })
                .sorted(Scored.BEST_FIRST)
                .toList();
    }

    private static Map<String, Long> domains(List<Profile> companies) {
        return companies.stream().collect(Collectors.groupingBy(Profile::domain, Collectors.counting()));
    }

    private static List<Profile> profiles(List<MatchCandidate> companies) {
        return companies.stream()
                .map(Profile::of)
                .filter(profile -> !profile.name().parts().isEmpty())
                .toList();
    }

    /**
     * A pair with its score.
     *
     * @param byDomain whether only these two have this website: that comes before all likeness of names
     */
    private record Scored(int left, int right, Evidence evidence, boolean byDomain, double score) {

        static final Comparator<Scored> BEST_FIRST = Comparator.comparing(Scored::byDomain)
                .thenComparing(Scored::score)
                .reversed()
                .thenComparing(Scored::left)
                .thenComparing(Scored::right);
    }
}
