package dev.portico.sandbox;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SandboxTest {

    @Test
    void startsInAFewSecondsOnAFreePort() throws Exception {
        Instant start = Instant.now();
        try (RunningSandbox sandbox = Sandbox.start("sandbox.size=S")) {
            Duration needed = Duration.between(start, Instant.now());
            System.out.println("Sandbox started in " + needed.toMillis() + " ms");
            assertThat(needed).isLessThan(Duration.ofSeconds(15));
            assertThat(sandbox.port()).isPositive();
            assertThat(new Client(sandbox).get("/v1/companies").status()).isEqualTo(200);
        }
    }

    @Test
    void severalRunSideBySideAndKnowNothingOfEachOther() throws Exception {
        try (RunningSandbox one = Sandbox.start("sandbox.size=S"); RunningSandbox other = Sandbox.start("sandbox.size=S", "sandbox.products=100")) {
            assertThat(new Client(one).get("/v1/products").json().at("/page/totalElements").asInt()).isEqualTo(500);
            assertThat(new Client(other).get("/v1/products").json().at("/page/totalElements").asInt()).isEqualTo(100);
            assertThat(new Client(one).with(other.accessToken()).get("/v1/products").status()).isEqualTo(401);
        }
    }

    @Test
    void leavesNothingBehindWhenClosed() {
        RunningSandbox sandbox = Sandbox.start("sandbox.size=S");
        int port = sandbox.port();
        sandbox.close();
        try (RunningSandbox next = Sandbox.start("sandbox.size=S", "server.port=" + port)) {
            assertThat(next.port()).isEqualTo(port);
        }
    }

    @Test
    void bringsNoSettingsThatAPortalOnTheSameClassPathWouldRead() {
        for (String name : new String[] {"application.yaml", "application.yml", "application.properties", "logback.xml", "logback-spring.xml"}) {
            assertThat(Sandbox.class.getResource("/" + name)).as(name).isNull();
        }
    }

    @Test
    void usesACookieOfItsOwnBecauseCookiesDoNotKnowPorts() throws Exception {
        try (RunningSandbox sandbox = Sandbox.start("sandbox.size=S")) {
            assertThat(new Client(sandbox).get("/login").header("Set-Cookie")).startsWith("PAX8SANDBOX=");
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> Sandbox.start("sandbox.size=S", "sandbox.behaviour.commitment-field=contract"))
                .hasRootCauseMessage("commitmentField is commitment or commitmentTerm, not contract");
    }
}
