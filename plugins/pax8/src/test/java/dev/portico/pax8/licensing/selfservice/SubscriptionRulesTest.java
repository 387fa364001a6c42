package dev.portico.pax8.licensing.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.licensing.rules.SubscriptionRule;
import dev.portico.pax8.licensing.selfservice.RuleFilter.Sort;
import dev.portico.pax8.licensing.settings.SettingsStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionRulesTest {

    private static final SubscriptionRule OWN =
            new SubscriptionRule(Optional.of(false), true, Optional.of(2L), true, Optional.of(20L));

    private ScreensUnderTest plugin;
    private SubscriptionRules rules;
    private UUID office;
    private UUID backup;
    private UUID elsewhere;

    @BeforeEach
    void someSubscriptions() {
        plugin = new ScreensUnderTest();
        rules = plugin.bean(SubscriptionRules.class);
        UUID acme = plugin.pax8Company("Acme Dental Grp LLC", "");
        UUID city = plugin.pax8Company("City of Ballard", "");
        UUID unmapped = plugin.pax8Company("Harbor Law", "");
        plugin.map(acme, plugin.portalCompany("Acme Dental Group", ""));
        plugin.map(city, plugin.portalCompany("City of Ballard", ""));
        plugin.product("Microsoft 365", "Microsoft");
        plugin.product("Acronis Cyber Protect", "Acronis");
        office = plugin.subscription(acme, "Microsoft 365", 12, "Active", "Monthly", "1", "USD");
        backup = plugin.subscription(acme, "Acronis Cyber Protect", 30, "Active", "Monthly", "1", "USD");
        elsewhere = plugin.subscription(city, "Microsoft 365", 7, "Trial", "Trial", "1", "USD");
        plugin.subscription(city, "Acronis Cyber Protect", 7, "Cancelled", "Monthly", "1", "USD");
        plugin.subscription(unmapped, "Microsoft 365", 7, "Active", "Monthly", "1", "USD");
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void listsWhatRunsWithItsOwnRules() {
        rules.save(office, SubscriptionRule.INHERITED, OWN);
        assertThat(page(RuleFilter.NONE, Sort.PRODUCT)).extracting(RuleRow::id).hasSize(3).contains(office, backup, elsewhere);
        assertThat(rules.find(office)).contains(
                new RuleRow(office, "Microsoft 365", "Microsoft", "Acme Dental Group", 12, OWN));
        assertThat(rules.find(backup).orElseThrow().rule()).isEqualTo(SubscriptionRule.INHERITED);
    }

    @Test
    void searchesSortsAndPages() {
        assertThat(page(new RuleFilter("ACRONIS", false), Sort.PRODUCT)).extracting(RuleRow::id).containsExactly(backup);
        assertThat(page(new RuleFilter("ballard", false), Sort.PRODUCT)).extracting(RuleRow::id).containsExactly(elsewhere);
        assertThat(rules.count(new RuleFilter("microsoft", false))).isEqualTo(2);
        assertThat(page(RuleFilter.NONE, Sort.SEATS)).extracting(RuleRow::id).containsExactly(elsewhere, office, backup);
        assertThat(page(RuleFilter.NONE, Sort.PRODUCT)).extracting(RuleRow::product).isSorted();
        assertThat(rules.page(RuleFilter.NONE, Sort.COMPANY, false, 0, 1)).extracting(RuleRow::id).containsExactly(elsewhere);
        assertThat(rules.page(RuleFilter.NONE, Sort.COMPANY, false, 2, 5)).hasSize(1);
    }

    @Test
    void listsOnlyThoseWithOwnRules() {
        rules.save(office, SubscriptionRule.INHERITED, OWN);
        assertThat(rules.count(new RuleFilter("", true))).isEqualTo(1);
        assertThat(page(new RuleFilter("", true), Sort.COMPANY)).extracting(RuleRow::id).containsExactly(office);
    }

    @Test
    void savesTakesBackAndRecords() {
        assertThat(rules.save(office, SubscriptionRule.INHERITED, OWN)).isEqualTo(new RuleResult.Saved());
        assertThat(plugin.bean(SettingsStore.class).ruleOf(office)).isEqualTo(OWN);
        SubscriptionRule noLimit =
                new SubscriptionRule(Optional.empty(), false, Optional.empty(), true, Optional.empty());
        assertThat(rules.save(office, OWN, noLimit)).isEqualTo(new RuleResult.Saved());
        assertThat(plugin.bean(SettingsStore.class).ruleOf(office)).isEqualTo(noLimit);
        assertThat(rules.save(office, noLimit, SubscriptionRule.INHERITED)).isEqualTo(new RuleResult.Saved());
        assertThat(plugin.count("subscription_rule")).isZero();
        assertThat(plugin.host.audit)
                .containsExactly(
                        "licensing.self-service-changed changes not allowed, approval required, minimum 2, maximum 20",
                        "licensing.self-service-changed no maximum",
                        "licensing.self-service-changed everything inherited");
    }

    @Test
    void tellsTheSecondOfTwoAndKeepsWhatTheFirstSaved() {
        rules.save(office, SubscriptionRule.INHERITED, OWN);
        SubscriptionRule other = new SubscriptionRule(Optional.of(true), false, Optional.empty(), false, Optional.empty());
        assertThat(rules.save(office, SubscriptionRule.INHERITED, other)).isEqualTo(new RuleResult.Overtaken(OWN));
        assertThat(plugin.bean(SettingsStore.class).ruleOf(office)).isEqualTo(OWN);
    }

    @Test
    void refusesLimitsThatContradictEachOther() {
        assertThat(rules.save(office, SubscriptionRule.INHERITED, limits(5, 4)))
                .isEqualTo(new RuleResult.Refused(
                        "The minimum, 5, is above the maximum, 4. Lower the one or raise the other."));
        assertThat(rules.save(office, SubscriptionRule.INHERITED, limits(0, 4))).isInstanceOf(RuleResult.Refused.class);
        assertThat(rules.save(office, SubscriptionRule.INHERITED, limits(1, 0))).isInstanceOf(RuleResult.Refused.class);
        assertThat(rules.save(office, SubscriptionRule.INHERITED, limits(4, 4))).isInstanceOf(RuleResult.Saved.class);
        assertThat(plugin.count("subscription_rule")).isEqualTo(1);
    }

    @Test
    void reachesOnlyCompaniesThatTheUserMaySee() {
        plugin.portal.scope = new CompanyScope.Only(Set.of(ScreensUnderTest.id("portal City of Ballard")));
        assertThat(page(RuleFilter.NONE, Sort.PRODUCT)).extracting(RuleRow::id).containsExactly(elsewhere);
        assertThat(rules.find(office)).isEmpty();
        assertThat(rules.save(office, SubscriptionRule.INHERITED, OWN)).isInstanceOf(RuleResult.Refused.class);
        plugin.portal.scope = new CompanyScope.Only(Set.of());
        assertThat(rules.count(RuleFilter.NONE)).isZero();
        assertThat(plugin.count("subscription_rule")).isZero();
    }

    @Test
    void needsThePermission() {
        plugin.portal.permissions.remove("manage_licensing");
        assertThatThrownBy(() -> page(RuleFilter.NONE, Sort.PRODUCT)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> rules.count(RuleFilter.NONE)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> rules.find(office)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> rules.save(office, SubscriptionRule.INHERITED, OWN)).isInstanceOf(PermissionDenied.class);
    }

    private static SubscriptionRule limits(long min, long max) {
        return new SubscriptionRule(Optional.empty(), false, Optional.of(min), true, Optional.of(max));
    }

    private List<RuleRow> page(RuleFilter filter, Sort sort) {
        return rules.page(filter, sort, true, 0, 50);
    }
}
