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
        } else if (evidence.equalWords() && sameSpelling(evidence)) {
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
        CompanyName left = evidence.left().name();
        CompanyName right = evidence.right().name();
        List<String> common = new ArrayList<>();
        List<Reason> alike = new ArrayList<>();
        for (Pair pair : names.pairs()) {
            String one = left.spelled(pair.left());
            String other = right.spelled(pair.right());
            if (one.equals(other)) {
                common.add(one);
            } else {
                alike.add(new Reason.Alike(one, other));
            }
        }
        if (!common.isEmpty()) {
            reasons.add(new Reason.Common(common));
        }
        reasons.addAll(alike);
        if (!names.onlyLeft().isEmpty()) {
            reasons.add(new Reason.OnlyLeft(names.onlyLeft().stream().map(left::spelled).toList()));
        }
        if (!names.onlyRight().isEmpty()) {
            reasons.add(new Reason.OnlyRight(names.onlyRight().stream().map(right::spelled).toList()));
        }
    }

    private static boolean sameSpelling(Evidence evidence) {
        return evidence.alignment().pairs().stream()
                .allMatch(pair -> evidence.left()
                        .name()
                        .spelled(pair.left())
                        .equals(evidence.right().name().spelled(pair.right())));
    }
}
