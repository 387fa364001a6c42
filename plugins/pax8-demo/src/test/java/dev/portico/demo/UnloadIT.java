package dev.portico.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.demo.fixtures.Card;
import dev.portico.demo.fixtures.Pax8Tour;
import dev.portico.demo.fixtures.PluginSwitch;
import dev.portico.demo.fixtures.PortalDatabase;
import dev.portico.demo.fixtures.RunningPortal;
import dev.portico.demo.fixtures.Visitor;
import dev.portico.demo.fixtures.Wizard;
import dev.portico.demo.memory.JavaProcess;
import dev.portico.demo.memory.PluginLoaders;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pax8 is switched on, used in full, and switched off under the eyes of an open browser, again and again: in each build
 * so often that every way of leaving was seen, and with {@code -Dportico.unload.cycles=20} for as long as one likes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnloadIT {

    private static final Logger LOG = LoggerFactory.getLogger(UnloadIT.class);
    private static final int CYCLES = Integer.getInteger("portico.unload.cycles", 6);

    /** After that many the growth is measured; with 20 cycles every kind of leaving has been seen twice by then. */
    private static final int WARM = Math.max(1, CYCLES * 2 / 3);

    /**
     * The portal's own metaspace still grows by some 200 KB with every cycle, less and less: classes that are needed for
     * the first time, and what the compiler notes about methods. A copy of Pax8 that has been used takes megabytes.
     */
    private static final long TOLERATED_KILOBYTES = 5_000;

    /** why: soft references, of which the JDK and Spring make caches, would keep classes as long as memory suffices. */
    private static final String NO_SOFT_REFERENCES = "-XX:SoftRefLRUPolicyMSPerMB=0";

    private RunningPortal portal;
    private JavaProcess memory;
    private PluginLoaders loaders;
    private PluginSwitch plugin;
    private Visitor user;
    private Pax8Tour tour;

    @BeforeAll
    void connectAndSync() {
        portal = RunningPortal.own("S", NO_SOFT_REFERENCES, "-XX:TieredStopAtLevel=1");
        memory = new JavaProcess(portal.installation().processes().portal().running().pid());
        loaders = new PluginLoaders(memory);
        user = portal.admin();
        tour = new Pax8Tour(user);
        Wizard wizard = new Wizard(user);
        wizard.connect().open("companies").awaitCompanies().quickMatch().saveAll();
        wizard.open("complete").awaitSubscriptions();
        plugin = new PluginSwitch(portal.admin()).open();
        plugin.disable();
    }

    @AfterAll
    void end() {
        portal.close();
    }

    @Test
    void nothingOfThePluginStaysInMemory() {
        long warm = 0;
        for (int cycle = 1; cycle <= CYCLES; cycle++) {
            long begin = System.nanoTime();
            plugin.enable();
            tour.all();
            Standing standing = Standing.values()[cycle % Standing.values().length];
            leaveStanding(standing);
            plugin.disable();
            awaitMoved(standing);
            LOG.info("Cycle {} ({}) took {} ms", cycle, standing, (System.nanoTime() - begin) / 1_000_000);
            if (cycle == WARM) {
                assertThatLoadersWent();
                warm = memory.usedMetaspace();
            }
        }
        assertThatLoadersWent();
        long grown = memory.usedMetaspace() - warm;
        LOG.info("Metaspace: {} KB after {} cycles, {} KB more after {}", warm, WARM, grown, CYCLES);
        assertThat(grown).as("kilobytes of metaspace that came after cycle " + WARM).isLessThan(TOLERATED_KILOBYTES);
    }

    /** Where a browser is when the plugin goes. */
    private enum Standing {
        ON_A_SCREEN,
        IN_THE_WIZARD,
        BEFORE_A_QUESTION,
        ON_THE_CARDS,
        BEFORE_THE_REMOVAL,
        GONE
    }

    private void leaveStanding(Standing standing) {
        switch (standing) {
            case ON_A_SCREEN -> tour.openSubscriptions();
            case IN_THE_WIZARD -> new Wizard(user).open("companies");
            case BEFORE_A_QUESTION -> tour.leaveWithAnOpenQuestion();
            case ON_THE_CARDS -> new Card(user).open();
            case BEFORE_THE_REMOVAL -> tour.leaveWithTheRemoveDialog();
            case GONE -> {
                Visitor other = portal.admin();
                new Pax8Tour(other).companiesStep();
                other.vanish();
            }
        }
    }

    private void awaitMoved(Standing standing) {
        assertThat(user.page()).hasURL(portal.installation().portalUrl() + "/settings/integrations");
        assertThat(new Card(user).all()).hasCount(0);
        if (standing == Standing.ON_A_SCREEN || standing == Standing.IN_THE_WIZARD) {
            assertThat(user.notice()).containsText("Pax8 was switched off");
        }
    }

    /** One may still be alive: collectors of all kinds have the right to be late with the last one. */
    private void assertThatLoadersWent() {
        loaders.awaitAtMost(1, Duration.ofSeconds(20));
    }
}
