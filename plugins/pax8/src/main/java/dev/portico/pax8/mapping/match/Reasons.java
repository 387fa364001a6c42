package dev.portico.pax8.mapping.match;

import dev.portico.pax8.mapping.match.Alignment.Pair;
import java.util.ArrayList;
import java.util.List;

/** Puts evidence into reasons that a person can check. */
final class Reasons {

    private Reasons() {}

    static List<Reason> of(Evidence evidence) {
        List<Reason> reasons = new ArrayList<>();
        if (evidence.sameDomain()) {
            reasons.add(new Reason.SameDomain(evidence.left().domain()));
        }
        if (evidence.equalLetters()) {
            reasons.add(new Reason.Equal());
        } else if (evidence.equalWords()) {
            reasons.add(new Reason.EqualButForLegalForm());
        } else {
            words(evidence, reasons);
        }
        if (evidence.sameCity()) {
            reasons.add(new Reason.SameCity(evidence.left().company().city()));
        } else if (evidence.otherCity()) {
            reasons.add(new Reason.OtherCity(
                    evidence.left().company().city(), evidence.right().company().city()));
        }
        return reasons;
    }

    private static void words(Evidence evidence, List<Reason> reasons) {
        Alignment names = evidence.alignment();
        if (evidence.initials()) {
            String one = evidence.left().name().parts().getFirst().squashed();
            String other = evidence.right().name().parts().getFirst().squashed();
            reasons.add(new Reason.Initials(one.length() <= other.length() ? one : other));
            return;
        }
        List<String> equal = names.pairs().stream()
                .filter(pair -> pair.likeness() == 1)
                .map(Pair::left)
                .toList();
        if (!equal.isEmpty()) {
            reasons.add(new Reason.Common(equal));
        }
        names.pairs().stream()
                .filter(pair -> pair.likeness() < 1)
                .map(pair -> new Reason.Alike(pair.left(), pair.right()))
                .forEach(reasons::add);
        if (!names.onlyLeft().isEmpty()) {
            reasons.add(new Reason.OnlyLeft(names.onlyLeft()));
        }
        if (!names.onlyRight().isEmpty()) {
            reasons.add(new Reason.OnlyRight(names.onlyRight()));
        }
    }
}
