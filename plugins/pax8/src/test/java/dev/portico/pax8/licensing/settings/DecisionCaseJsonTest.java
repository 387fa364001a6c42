package dev.portico.pax8.licensing.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.rules.DecisionCase;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionCaseJsonTest {

    private final DecisionCaseJson json = new DecisionCaseJson();

    @Test
    void readsWhatItWrote() {
        DecisionCase own = new DecisionCase(
                10,
                16,
                "Microsoft \"365\"",
                new SubscriptionRule(Optional.of(false), true, Optional.of(2L), true, Optional.of(20L)),
                true);
        DecisionCase inherited = new DecisionCase(0, -1, "", SubscriptionRule.INHERITED, false);
        assertThat(json.read(json.write(own))).isEqualTo(own);
        assertThat(json.read(json.write(inherited))).isEqualTo(inherited);
    }

    @Test
    void keepsTheNamesThatOldRequestsAreStoredUnder() {
        assertThat(json.read(
                        """
                        {"current": 10, "wanted": 16, "vendor": "Adobe", "anotherOpen": false, "later": 1,
                         "rule": {"allowed": null, "approvalNeeded": true, "minSeats": 2, "ownMax": true, "maxSeats": null}}
                        """))
                .isEqualTo(new DecisionCase(
                        10,
                        16,
                        "Adobe",
                        new SubscriptionRule(Optional.empty(), true, Optional.of(2L), true, Optional.empty()),
                        false));
    }
}
