package dev.portico.pax8.licensing.settings;

import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a {@link DecisionCase} is kept as JSON with its request. The names of the fields are those of the records; they
 * stay, because old requests are read again when other settings are tried on them.
 */
public final class DecisionCaseJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Writes it. */
    public String write(DecisionCase asked) {
        SubscriptionRule rule = asked.rule();
        return mapper.writeValueAsString(new StoredCase(
                asked.current(),
                asked.wanted(),
                asked.vendor(),
                asked.anotherOpen(),
                new StoredRule(
                        rule.allowed().orElse(null),
                        rule.approvalNeeded(),
                        rule.minSeats().orElse(null),
                        rule.ownMax(),
                        rule.maxSeats().orElse(null))));
    }

    /** Reads what {@link #write} wrote. */
    public DecisionCase read(String json) {
        StoredCase stored = mapper.readValue(json, StoredCase.class);
        StoredRule rule = stored.rule();
        return new DecisionCase(
                stored.current(),
                stored.wanted(),
                stored.vendor(),
                new SubscriptionRule(
                        Optional.ofNullable(rule.allowed()),
                        rule.approvalNeeded(),
                        Optional.ofNullable(rule.minSeats()),
                        rule.ownMax(),
                        Optional.ofNullable(rule.maxSeats())),
                stored.anotherOpen());
    }

    record StoredCase(long current, long wanted, String vendor, boolean anotherOpen, StoredRule rule) {}

    record StoredRule(
            @Nullable Boolean allowed,
            boolean approvalNeeded,
            @Nullable Long minSeats,
            boolean ownMax,
            @Nullable Long maxSeats) {}
}
