package dev.portico.pax8.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.mapping.MappingQuery.Filter;
import dev.portico.pax8.mapping.MappingQuery.Sort;
import dev.portico.pax8.mapping.MappingRow.PortalChoice;
import dev.portico.pax8.mapping.SaveResult.Conflict;
import dev.portico.pax8.mapping.SaveResult.Saved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MappingServiceTest {

    private ScreensUnderTest plugin;
    private MappingService mappings;
    private UUID acme;
    private UUID blueHeron;
    private UUID city;
    private UUID acmeInPortal;
    private UUID blueHeronInPortal;

    @BeforeEach
    void someCompanies() {
        plugin = new ScreensUnderTest();
        mappings = plugin.bean(MappingService.class);
        acme = plugin.pax8Company("Acme Dental Grp LLC", "Seattle");
        blueHeron = plugin.pax8Company("Blue Heron Vet Clinic", "Everett");
        city = plugin.pax8Company("City of Ballard", "Ballard");
        acmeInPortal = plugin.portalCompany("Acme Dental Group", "Seattle");
        blueHeronInPortal = plugin.portalCompany("Blue Heron Veterinary", "Everett");
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    @Nested
    class Listing {

        @Test
        void filtersSearchesSortsAndCounts() {
            plugin.map(acme, acmeInPortal);
            plugin.subscription(acme, "Microsoft 365", 42, "Active", "Monthly", "10", "USD");
            assertThat(mappings.counts("")).isEqualTo(new MappingCounts(3, 1));
            assertThat(names(new MappingQuery(Filter.MAPPED, "", Sort.NAME, true))).containsExactly("Acme Dental Grp LLC");
            assertThat(names(new MappingQuery(Filter.UNMAPPED, "", Sort.NAME, false)))
                    .containsExactly("City of Ballard", "Blue Heron Vet Clinic");
            assertThat(names(new MappingQuery(Filter.ALL, "everETT", Sort.NAME, true)))
                    .containsExactly("Blue Heron Vet Clinic");
            assertThat(mappings.count(new MappingQuery(Filter.ALL, "dental group", Sort.NAME, true))).isEqualTo(1);
            assertThat(mappings.page(MappingQuery.EVERYTHING, 0, 1)).singleElement().satisfies(row -> {
                assertThat(row.seats()).isEqualTo(42);
                assertThat(row.portalCompany()).contains(new PortalChoice(acmeInPortal, "Acme Dental Group"));
            });
            assertThat(mappings.page(MappingQuery.EVERYTHING, 2, 10)).hasSize(1);
        }

        @Test
        void leavesOutWhatPax8DeletedUnlessItIsMapped() {
            plugin.map(acme, acmeInPortal);
            plugin.jdbc.sql("update company set status = 'Deleted'").update();
            assertThat(names(MappingQuery.EVERYTHING)).containsExactly("Acme Dental Grp LLC");
        }

        @Test
        void doesNotTellNamesOfCompaniesOutOfSight() {
            plugin.map(acme, acmeInPortal);
            plugin.portal.scope = new CompanyScope.Only(Set.of(blueHeronInPortal));
            assertThat(mappings.page(MappingQuery.EVERYTHING, 0, 1).getFirst().portalCompany())
                    .contains(new PortalChoice(acmeInPortal, ""));
        }

        private List<String> names(MappingQuery query) {
            return mappings.page(query, 0, 10).stream().map(MappingRow::name).toList();
        }
    }

    @Nested
    class Saving {

        @Test
        void storesAllRecordsThemAndAsksForTheSubscriptions() {
            SaveResult result =
                    mappings.save(Map.of(acme, Optional.of(acmeInPortal), blueHeron, Optional.of(blueHeronInPortal)));
            assertThat(result).isEqualTo(new Saved(2, 0, 0));
            assertThat(mappings.counts("").mapped()).isEqualTo(2);
            assertThat(plugin.host.audit)
                    .containsExactlyInAnyOrder("mapping.saved Acme Dental Group", "mapping.saved Blue Heron Veterinary");
            assertThat(plugin.portal.started).containsExactly("subscriptions");
            assertThat(mappings.lastMappedAt()).contains(plugin.clock.instant());
        }

        @Test
        void swapsTwoMappingsInOneGo() {
            plugin.map(acme, blueHeronInPortal);
            plugin.map(blueHeron, acmeInPortal);
            assertThat(mappings.save(
                            Map.of(acme, Optional.of(acmeInPortal), blueHeron, Optional.of(blueHeronInPortal))))
                    .isEqualTo(new Saved(2, 0, 0));
            assertThat(mappings.mappedTo(acmeInPortal).orElseThrow().pax8Name()).isEqualTo("Acme Dental Grp LLC");
        }

        @Test
        void refusesOnePortalCompanyForTwoAndStoresNothing() {
            SaveResult result =
                    mappings.save(Map.of(acme, Optional.of(acmeInPortal), blueHeron, Optional.of(acmeInPortal)));
            assertThat(result).isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.message())
                    .contains("Acme Dental Grp LLC", "Blue Heron Vet Clinic", "same portal company"));
            assertThat(plugin.count("company_mapping")).isZero();
            assertThat(plugin.portal.started).isEmpty();
        }

        @Test
        void namesTheCompanyThatHasThePortalCompanyAlready() {
            plugin.map(acme, acmeInPortal);
            assertThat(mappings.save(Map.of(blueHeron, Optional.of(acmeInPortal))))
                    .isEqualTo(new Conflict("Acme Dental Group is mapped to Acme Dental Grp LLC already and cannot be"
                            + " mapped to Blue Heron Vet Clinic as well. Unmap Acme Dental Grp LLC first, or choose"
                            + " another company."));
        }

        @Test
        void refusesAPortalCompanyThatTheUserMayNotSee() {
            plugin.portal.scope = new CompanyScope.Only(Set.of(blueHeronInPortal));
            assertThat(mappings.save(Map.of(acme, Optional.of(acmeInPortal)))).isInstanceOf(Conflict.class);
        }

        @Test
        void unmapsAndRemovesWhatWasSyncedInTheSameTransaction() {
            plugin.map(acme, acmeInPortal);
            plugin.map(blueHeron, blueHeronInPortal);
            plugin.subscription(acme, "Microsoft 365", 42, "Active", "Monthly", "10", "USD");
            plugin.subscription(acme, "Acronis", 3, "Cancelled", "Monthly", "10", "USD");
            plugin.subscription(blueHeron, "Acronis", 5, "Active", "Monthly", "10", "USD");
            assertThat(mappings.impact(List.of(acme, city))).isEqualTo(new UnmapImpact(1, 2, 42));
            assertThat(mappings.save(Map.of(acme, Optional.empty(), city, Optional.empty())))
                    .isEqualTo(new Saved(0, 1, 2));
            assertThat(plugin.count("subscription")).isEqualTo(1);
            assertThat(plugin.host.audit).containsExactly("mapping.removed Acme Dental Group");
            assertThat(plugin.portal.started).isEmpty();
        }

        @Test
        void needsThePermission() {
            plugin.portal.permissions.remove("manage_licensing");
            assertThatThrownBy(() -> mappings.save(Map.of())).isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> mappings.page(MappingQuery.EVERYTHING, 0, 1)).isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> mappings.propose(0.4, Set.of(), Set.of())).isInstanceOf(PermissionDenied.class);
            assertThatThrownBy(() -> plugin.bean(CompanyCreation.class).createAll(Set.of()))
                    .isInstanceOf(PermissionDenied.class);
        }
    }

    @Nested
    class Proposing {

        @Test
        void saysInWordsWhy() {
            assertThat(mappings.propose(0.4, Set.of(), Set.of()))
                    .filteredOn(suggestion -> suggestion.pax8Id().equals(acme))
                    .singleElement()
                    .satisfies(suggestion -> {
                        assertThat(suggestion.portalCompany().id()).isEqualTo(acmeInPortal);
                        assertThat(suggestion.reason()).isEqualTo("words in common: acme, dental; grp = group; same city");
                        assertThat(suggestion.percent()).isBetween(90, 100);
                    });
        }

        @Test
        void leavesOutWhatIsMappedOrDecidedOnEitherSide() {
            plugin.map(acme, acmeInPortal);
            assertThat(mappings.propose(0.4, Set.of(), Set.of(blueHeronInPortal))).isEmpty();
            assertThat(mappings.propose(0.4, Set.of(blueHeron), Set.of())).isEmpty();
        }
    }

    @Nested
    class Creating {

        @Test
        void createsAndMapsAllButThoseWhoseNameIsTaken() {
            plugin.portalCompany("CITY OF BALLARD", "");
            CompanyCreation.Created created = plugin.bean(CompanyCreation.class).createAll(Set.of(acme));
            assertThat(created).isEqualTo(new CompanyCreation.Created(1, 1, Optional.empty()));
            assertThat(mappings.counts("").mapped()).isEqualTo(1);
            assertThat(plugin.portal.search("Blue Heron Vet Clinic", 0, 5)).hasSize(1);
        }

        @Test
        void leavesOutAWebsiteThatIsNone() {
            plugin.jdbc.sql("update company set website = 'n/a', country = 'Somewhere'").update();
            plugin.bean(CompanyCreation.class).create(List.of(city));
            assertThat(plugin.portal.search("City of Ballard", 0, 5)).singleElement().satisfies(company -> {
                assertThat(company.website()).isEmpty();
                assertThat(company.country()).isEmpty();
            });
        }
    }
}
