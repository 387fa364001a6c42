package dev.portico.pax8.licensing.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.Secret;
import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.PluginJob;
import dev.portico.pax8.connection.ConnectOutcome;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.fixtures.PluginUnderTest;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.licensing.rules.Commitment;
import dev.portico.pax8.sync.SyncJobs;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.contract.VendorContract;
import dev.portico.sandbox.data.CommitmentRule;
import dev.portico.sandbox.data.Subscription;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Terms of a whole portfolio from the sandbox, which knows itself what its vendors allow and what it charges. */
class SandboxTermsTest {

    private static RunningSandbox sandbox;
    private static PluginUnderTest plugin;

    @BeforeAll
    static void bringEverything() throws Exception {
        sandbox = Sandbox.start("sandbox.size=M");
        plugin = new PluginUnderTest(sandbox.baseUrl());
        assertThat(plugin.bean(Pax8Connection.class)
                        .connectWithApiCredentials("portico-demo", Secret.of("portico-demo-secret")))
                .isEqualTo(new ConnectOutcome.Connected());
        for (String job : List.of("companySync", "productSync")) {
            plugin.bean(job, PluginJob.class).run(new RecordedRun());
        }
        plugin.host.succeeded.put(SyncJobs.PRODUCTS, plugin.clock.instant());
        plugin.jdbc
                .sql("""
                        insert into company_mapping (pax8_company_id, portal_company_id, mapped_at, mapped_by)
                        select id, gen_random_uuid(), now(), 'test' from company
                        """)
                .update();
        plugin.host.started.clear();
        plugin.bean("subscriptionSync", PluginJob.class).run(new RecordedRun());
    }

    @AfterAll
    static void stop() {
        plugin.close();
        sandbox.close();
    }

    @Test
    void bringsTheTermsOfEveryProductInUseAsPax8DocumentsIt() throws Exception {
        assertThat(plugin.host.started).as("asked for by the sync").contains(TermsSync.JOB);
        bringTerms();
        assertThat(plugin.count("product_terms where problem <> ''")).isZero();
        assertThat(plugin.count("product_terms"))
                .isEqualTo(plugin.jdbc
                        .sql("select count(distinct product_id) from subscription where status not in ('Cancelled', 'Converted')")
                        .query(Long.class)
                        .single());
        Optional<VendorContract> contract = VendorContract.find();
        contract.ifPresent(documents -> assertThat(plugin.host.sent)
                .filteredOn(sent -> sent.target().contains("/dependencies") || sent.target().contains("/pricing"))
                .isNotEmpty()
                .allSatisfy(sent -> assertThat(documents.problemsOfRequest(sent.method(), sent.target(), sent.headers(), null))
                        .isEmpty()));
    }

    @Test
    void tellsOfEverySubscriptionWhenItsSeatsCanBeTakenBackAsItsVendorDoes() throws Exception {
        bringTerms();
        Commitments commitments = plugin.bean(Commitments.class);
        Map<Boolean, Integer> seen = new TreeMap<>();
        for (Subscription subscription : sandbox.portfolio().subscriptions()) {
            Optional<CommitmentRule> rule = sandbox.portfolio().rule(subscription);
            Optional<Commitment> known = commitments.of(UUID.fromString(subscription.id()));
            if (rule.isEmpty() || known.isEmpty() || known.get().lastDay().isEmpty()) {
                assertThat(known.isPresent()).as("%s", subscription).isEqualTo(rule.isPresent());
                continue;
            }
            LocalDate lastDay = known.get().lastDay().get();
            LocalDate first = rule.get().firstDay(lastDay);
            boolean renewed = known.get().start().filter(start -> !start.isAfter(first)).isPresent();
            Stream<LocalDate> days = Stream.concat(
                    Stream.of(0, 1, 6, 7, 8, 20, 300).map(first::plusDays),
                    Stream.of(0, 1, 13, 14, 15).map(lastDay::minusDays));
            for (LocalDate today : days.toList()) {
                if (today.isAfter(lastDay) || today.isBefore(first) || !renewed) {
                    continue;
                }
                boolean may = rule.get().mayDecrease(today, lastDay);
                seen.merge(may, 1, Integer::sum);
                assertThat(known.get().possibility(10, 9, today.atTime(12, 0).toInstant(ZoneOffset.UTC)).possibleNow())
                        .as("%s on %s of %s", known.get(), today, rule.get())
                        .isEqualTo(may);
            }
        }
        assertThat(seen.get(true)).isGreaterThan(500);
        assertThat(seen.get(false)).isGreaterThan(500);
    }

    @Test
    void reckonsPricesThatComeToWhatSubscriptionsCost() throws Exception {
        bringTerms();
        TermsStore store = plugin.bean(TermsStore.class);
        Map<UUID, List<PriceLine>> prices = new HashMap<>();
        int compared = 0;
        for (Subscription subscription : sandbox.portfolio().subscriptions()) {
            if (subscription.quantity() < 1 || subscription.partnerCost() == null || !"USD".equals(subscription.currency())) {
                continue;
            }
            Optional<PriceLine> line = prices.computeIfAbsent(UUID.fromString(subscription.productId()), store::prices).stream()
                    .filter(each -> each.billingTerm().equals(subscription.billingTerm()))
                    .filter(each -> each.commitmentTerm().equals(
                            subscription.commitment() == null ? "" : subscription.commitment().term()))
                    .filter(each -> each.rates().stream().allMatch(PriceLine.Rate::perUnit))
                    .findFirst();
            Optional<BigDecimal> cost = line.flatMap(each -> each.cost(subscription.quantity()));
            if (cost.isEmpty()) {
                continue;
            }
            BigDecimal listed = subscription.partnerCost().multiply(BigDecimal.valueOf(subscription.quantity()));
            // why: the sandbox's old subscriptions cost what one seat costs, however many there are
            BigDecimal least = line.orElseThrow().type().equals("Flat") ? listed : listed.multiply(new BigDecimal("0.84"));
            assertThat(cost.get()).as("%s of %s", line, subscription).isBetween(least, listed);
            compared++;
        }
        assertThat(compared).isGreaterThan(500);
    }

    private static void bringTerms() throws Exception {
        assertThat(plugin.bean(TermsSync.class).run(new RecordedRun())).isInstanceOf(JobOutcome.Succeeded.class);
    }
}
