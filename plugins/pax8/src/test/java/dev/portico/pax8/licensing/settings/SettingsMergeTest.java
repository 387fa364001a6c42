package dev.portico.pax8.licensing.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.pax8.licensing.rules.LicensingRules;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsMergeTest {

    private static final LicensingSettings BASE = settings(1, 10, Optional.of(50L), Set.of("Microsoft", "Adobe"));

    @Test
    void takesOverWhatOnlyTheyChangedAndKeepsWhatIChanged() {
        LicensingSettings mine = settings(1, 20, Optional.of(50L), Set.of("Microsoft", "Adobe"));
        LicensingSettings theirs = settings(2, 10, Optional.empty(), Set.of("Microsoft", "Adobe"));
        assertThat(SettingsMerge.of(BASE, mine, theirs))
                .isEqualTo(settings(2, 20, Optional.empty(), Set.of("Microsoft", "Adobe")));
    }

    @Test
    void keepsMineWhereBothChangedTheSame() {
        LicensingSettings mine = settings(1, 20, Optional.of(50L), Set.of("Microsoft", "Adobe"));
        LicensingSettings theirs = settings(2, 30, Optional.of(50L), Set.of("Microsoft", "Adobe"));
        assertThat(SettingsMerge.of(BASE, mine, theirs).rules().autoApprovePercent()).isEqualTo(20);
    }

    @Test
    void bringsListsTogether() {
        LicensingSettings mine = settings(1, 10, Optional.of(50L), Set.of("Microsoft", "Acronis"));
        LicensingSettings theirs = settings(2, 10, Optional.of(50L), Set.of("Microsoft", "Adobe", "Dropbox"));
        assertThat(SettingsMerge.of(BASE, mine, theirs).rules().vendorsAlwaysAsk())
                .containsExactlyInAnyOrder("Microsoft", "Acronis", "Dropbox");
    }

    @Test
    void isTheirsWhereIChangedNothing() {
        LicensingSettings theirs = settings(2, 30, Optional.empty(), Set.of());
        assertThat(SettingsMerge.of(BASE, BASE, theirs)).isEqualTo(theirs);
    }

    private static LicensingSettings settings(int version, int percent, Optional<Long> max, Set<String> vendors) {
        return new LicensingSettings(
                version,
                new LicensingRules(true, percent, vendors, true, 1, max),
                false,
                false,
                Set.of(),
                false,
                Instant.EPOCH.plusSeconds(version),
                "user " + version);
    }
}
