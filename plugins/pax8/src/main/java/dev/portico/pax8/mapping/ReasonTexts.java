package dev.portico.pax8.mapping;

import dev.portico.api.host.Messages;
import dev.portico.pax8.mapping.match.Proposal;
import dev.portico.pax8.mapping.match.Proposal.Rival;
import dev.portico.pax8.mapping.match.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says in a line why two companies were proposed as one. */
final class ReasonTexts {

    private final Messages messages;

    ReasonTexts(Messages messages) {
        this.messages = messages;
    }

    String of(Proposal proposal, Map<UUID, String> names) {
        String ownName = names.getOrDefault(proposal.rightId(), "");
        if (proposal.ambiguous()) {
            Rival rival = proposal.rival().orElseThrow();
            String other = names.getOrDefault(rival.companyId(), "");
            return rival.side() == Proposal.Side.RIGHT
                    ? messages.text(
                            "match.two-candidates", ownName, percent(proposal.score()), other, percent(rival.score()))
                    : messages.text(
                            "match.two-claimants", ownName, percent(proposal.score()), other, percent(rival.score()));
        }
        return proposal.reasons().stream().map(this::of).collect(Collectors.joining("; "));
    }

    static int percent(double score) {
        return (int) Math.floor(score * 100);
    }

    private String of(Reason reason) {
        return switch (reason) {
            case Reason.SameDomain(String domain) -> messages.text("match.same-domain", domain);
            case Reason.Equal() -> messages.text("match.equal");
            case Reason.EqualButForLegalForm() -> messages.text("match.equal-but-form");
            case Reason.Initials(String initials) -> messages.text("match.initials", initials.toUpperCase(Locale.ROOT));
            case Reason.Common(var words) -> messages.text("match.common", String.join(", ", words));
            case Reason.Alike(String left, String right) -> messages.text("match.alike", left, right);
            case Reason.OnlyLeft(var words) -> messages.text("match.only-left", quoted(words));
            case Reason.OnlyRight(var words) -> messages.text("match.only-right", quoted(words));
            case Reason.SameCity(String city) -> messages.text("match.same-city", city);
            case Reason.OtherCity(String left, String right) -> messages.text("match.other-city", left, right);
        };
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "“" + word + "”").collect(Collectors.joining(", "));
    }
}
