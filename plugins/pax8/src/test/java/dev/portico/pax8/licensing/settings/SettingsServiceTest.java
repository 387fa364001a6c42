package dev.portico.pax8.licensing.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.settings.SaveResult.Overtaken;
import dev.portico.pax8.licensing.settings.SaveResult.Refused;
import dev.portico.pax8.licensing.settings.SaveResult.Saved;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsServiceTest {

    private ScreensUnderTest plugin;
    private SettingsService settings;

    @BeforeEach
    void setUp() {
        plugin = new ScreensUnderTest();
        settings = plugin.bean(SettingsService.class);
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void savesEveryPartAsTheNextVersionAndKeepsTheOldOne() {
        LicensingRules rules = new LicensingRules(false, 50, Set.of("Microsoft", "O'Neil, \"Sons\""), false, 2, Optional.of(99L));
        LicensingSettings first = settings.now();
        LicensingSettings wanted = new LicensingSettings(
                first.version(), rules, true, true, Set.of("Adobe"), true, first.changedAt(), first.changedBy());
        assertThat(settings.save(wanted)).isInstanceOf(Saved.class);
        LicensingSettings now = settings.now();
        assertThat(now.version()).isEqualTo(first.version() + 1);
        assertThat(now.rules()).isEqualTo(rules);
        assertThat(now.newProductsVisible()).isTrue();
        assertThat(now.clientsSeePrices()).isTrue();
        assertThat(now.vendorsByHand()).containsExactly("Adobe");
        assertThat(now.writesStopped()).isTrue();
        assertThat(now.changedBy()).isEqualTo("admin@example.com");
        assertThat(now.changedAt()).isEqualTo(plugin.clock.instant());
        assertThat(plugin.count("licensing_settings")).isEqualTo(2);
    }

    @Test
    void recordsWhatWasChanged() {
        settings.save(with(settings.now(), threshold(20)));
        assertThat(plugin.host.audit)
                .containsExactly("licensing.settings-saved auto-approve threshold: 0 % → 20 %");
    }

    @Test
    void tellsTheSecondOfTwoWhoSaveAtTheSameTimeAndKeepsWhatTheFirstSaved() {
        LicensingSettings seenByBoth = settings.now();
        settings.save(with(seenByBoth, threshold(20)));
        SaveResult second = settings.save(with(seenByBoth, threshold(30)));
        assertThat(second).isInstanceOf(Overtaken.class);
        assertThat(((Overtaken) second).theirs().rules().autoApprovePercent()).isEqualTo(20);
        assertThat(settings.now().rules().autoApprovePercent()).isEqualTo(20);
    }

    @Test
    void isOvertakenAlsoByAVersionThatCameAfterItLooked() {
        SettingsStore store = plugin.bean(SettingsStore.class);
        LicensingSettings now = store.now();
        LicensingSettings next = new LicensingSettings(
                now.version() + 1, now.rules(), true, true, Set.of(), false, plugin.clock.instant(), "somebody");
        assertThat(store.add(next)).isTrue();
        assertThat(store.add(next)).isFalse();
    }

    @Test
    void refusesWhatContradictsItself() {
        LicensingSettings now = settings.now();
        assertThat(settings.save(with(now, threshold(1001)))).isInstanceOf(Refused.class);
        assertThat(settings.save(with(now, threshold(-1)))).isInstanceOf(Refused.class);
        assertThat(settings.save(with(now, limits(0, Optional.empty())))).isInstanceOf(Refused.class);
        assertThat(settings.save(with(now, limits(5, Optional.of(4L)))))
                .isEqualTo(new Refused("The minimum, 5, is above the maximum, 4. Lower the one or raise the other."));
        assertThat(settings.now()).isEqualTo(now);
        assertThat(settings.save(with(now, threshold(1000)))).isInstanceOf(Saved.class);
        assertThat(settings.save(with(settings.now(), limits(4, Optional.of(4L))))).isInstanceOf(Saved.class);
    }

    @Test
    void stopsWritesAndAllowsThemWithoutTouchingTheRest() {
        settings.save(with(settings.now(), threshold(20)));
        assertThat(settings.stopWrites(true).writesStopped()).isTrue();
        assertThat(settings.now().rules().autoApprovePercent()).isEqualTo(20);
        int version = settings.now().version();
        assertThat(settings.stopWrites(true).version()).as("nothing to do").isEqualTo(version);
        assertThat(plugin.bean(WritesStopped.class).text()).get().asString().contains("Writing to Pax8 is stopped");
        assertThat(settings.stopWrites(false).writesStopped()).isFalse();
        assertThat(plugin.bean(WritesStopped.class).text()).isEmpty();
    }

    @Test
    void warnsOfStoppedWritesOnlyThoseWhoCanChangeIt() {
        settings.stopWrites(true);
        assertThat(plugin.bean(WritesStopped.class).line()).isPresent();
        plugin.portal.permissions.remove("manage_licensing");
        assertThat(plugin.bean(WritesStopped.class).line()).isEmpty();
    }

    @Test
    void needsThePermission() {
        LicensingSettings now = settings.now();
        plugin.portal.permissions.remove("manage_licensing");
        assertThatThrownBy(() -> settings.now()).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> settings.save(now)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> settings.stopWrites(true)).isInstanceOf(PermissionDenied.class);
    }

    private static LicensingRules threshold(int percent) {
        return new LicensingRules(true, percent, Set.of(), true, 1, Optional.empty());
    }

    private static LicensingRules limits(long min, Optional<Long> max) {
        return new LicensingRules(true, 0, Set.of(), true, min, max);
    }

    private static LicensingSettings with(LicensingSettings settings, LicensingRules rules) {
        return new LicensingSettings(
                settings.version(),
                rules,
                settings.newProductsVisible(),
                settings.clientsSeePrices(),
                settings.vendorsByHand(),
                settings.writesStopped(),
                settings.changedAt(),
                settings.changedBy());
    }
}
