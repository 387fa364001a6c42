package dev.portico.pax8.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.Secret;
import dev.portico.api.job.JobOutcome;
import dev.portico.api.job.PluginJob;
import dev.portico.api.job.SyncCounts;
import dev.portico.pax8.connection.ConnectOutcome;
import dev.portico.pax8.connection.ConnectionStatus;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.fixtures.HostStandIn.Sent;
import dev.portico.pax8.fixtures.PluginUnderTest;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.partner.PartnerFault;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.contract.VendorContract;
import dev.portico.sandbox.data.Subscription;
import dev.portico.sandbox.faults.Fault;
import dev.portico.sandbox.faults.FaultKind;
import dev.portico.sandbox.oauth.Grants.Revocation;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Full syncs from the sandbox, well and with its faults. */
class SandboxSyncTest {

    private static RunningSandbox sandbox;

    private final PluginUnderTest plugin = new PluginUnderTest(sandbox.baseUrl());

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start("sandbox.size=M");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void connect() {
        ConnectOutcome outcome = plugin.bean(Pax8Connection.class)
                .connectWithApiCredentials("portico-demo", Secret.of("portico-demo-secret"));
        assertThat(outcome).isEqualTo(new ConnectOutcome.Connected());
    }

    @AfterEach
    void close() {
        plugin.close();
        sandbox.reset();
    }

    @Test
    void bringsEverythingThatTheSandboxHas() throws Exception {
        assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(plugin.count("company")).isEqualTo(sandbox.portfolio().companies().size());
        run(ProductSync.class);
        plugin.host.succeeded.put(SyncJobs.PRODUCTS, plugin.clock.instant());
        Set<UUID> mapped = mapSome(50);
        assertThat(run(SubscriptionSync.class)).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(plugin.count("subscription"))
                .isEqualTo(sandbox.portfolio().subscriptions().stream()
                        .filter(subscription -> mapped.contains(UUID.fromString(subscription.companyId())))
                        .count());
        assertThat(plugin.jdbc.sql("select sum(quantity) from subscription").query(Long.class).single())
                .isEqualTo(sandbox.portfolio().subscriptions().stream()
                        .filter(subscription -> mapped.contains(UUID.fromString(subscription.companyId())))
                        .mapToLong(Subscription::quantity)
                        .sum());
        assertThat(plugin.count("subscription s where not exists (select from product p where p.id = s.product_id)"))
                .isZero();
        assertThat(run(UsageSync.class)).isInstanceOf(JobOutcome.Succeeded.class);
        for (Class<? extends PluginJob> job : Set.of(CompanySync.class, ProductSync.class, SubscriptionSync.class)) {
            assertThat(run(job)).isInstanceOfSatisfying(JobOutcome.Succeeded.class, again -> assertThat(again.counts())
                    .isEqualTo(new SyncCounts(again.counts().read(), 0, 0, 0)));
        }
        assertThatRequestsAreAsDocumented();
    }

    private void assertThatRequestsAreAsDocumented() {
        Optional<VendorContract> contract = VendorContract.find();
        Assumptions.assumeTrue(contract.isPresent(), "The vendor's documents are not here");
        assertThat(plugin.host.sent).extracting(Sent::target).anyMatch(target -> target.startsWith("/v1/products/"));
        for (Sent request : plugin.host.sent) {
            assertThat(contract.orElseThrow()
                            .problemsOfRequest(
                                    request.method(),
                                    request.target(),
                                    request.headers(),
                                    request.body().isEmpty() ? null : request.body()))
                    .as("%s %s", request.method(), request.target())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"TOO_MANY_REQUESTS", "SERVER_ERROR", "UNAVAILABLE", "HTML", "TRUNCATED", "DROP", "UNAUTHORIZED"})
    void getsOverAFaultThatPasses(FaultKind kind) throws Exception {
        sandbox.faults().inject(Fault.of(kind).on("/v1/companies").fromPage(1).times(1));
        assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(plugin.count("company")).isEqualTo(sandbox.portfolio().companies().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"TOO_MANY_REQUESTS", "SERVER_ERROR", "UNAVAILABLE", "HTML", "TRUNCATED", "DROP", "DOWN"})
    void healsInALaterRunAfterAFaultThatLasts(FaultKind kind) throws Exception {
        sandbox.faults().inject(Fault.of(kind).on("/v1/companies").fromPage(1));
        assertThatThrownBy(() -> run(CompanySync.class))
                .isInstanceOf(PartnerFault.class)
                .hasMessageContaining("next run tries again");
        assertThat(plugin.count("company")).isEqualTo(200);
        sandbox.faults().clear();
        assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(plugin.count("company")).isEqualTo(sandbox.portfolio().companies().size());
    }

    @Test
    void waitsAsLongAsRetryAfterSays() throws Exception {
        sandbox.faults().inject(Fault.of(FaultKind.TOO_MANY_REQUESTS).on("/v1/companies").retryAfter(1).times(1));
        long start = System.nanoTime();
        assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Succeeded.class);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000L);
    }

    @Test
    void renewsATokenThatWasRevokedBetweenTwoSyncs() throws Exception {
        run(CompanySync.class);
        sandbox.revoke(Revocation.ALL);
        assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Succeeded.class);
    }

    @Test
    void asksForAnAdministratorWhenEveryTokenIsRefused() throws Exception {
        sandbox.faults().inject(Fault.of(FaultKind.UNAUTHORIZED).on("/v1/companies").fromPage(1));
        assertThat(run(CompanySync.class)).isInstanceOf(JobOutcome.Failed.class);
        assertThat(plugin.bean(Pax8Connection.class).status()).isInstanceOf(ConnectionStatus.ReconnectNeeded.class);
    }

    private Set<UUID> mapSome(int number) {
        plugin.jdbc
                .sql(
                        """
                        insert into company_mapping (pax8_company_id, portal_company_id, mapped_at, mapped_by)
                        select id, gen_random_uuid(), now(), 'test' from company order by name, id limit ?
                        """)
                .param(number)
                .update();
        return plugin.jdbc.sql("select pax8_company_id from company_mapping").query(UUID.class).stream()
                .collect(Collectors.toSet());
    }

    private JobOutcome run(Class<? extends PluginJob> job) throws Exception {
        return plugin.bean(job).run(new RecordedRun());
    }
}
