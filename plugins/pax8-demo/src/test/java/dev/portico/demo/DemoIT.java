package dev.portico.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portico.demo.fixtures.PortalDatabase;
import dev.portico.demo.fixtures.TestInstallation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The demo as {@code ./mvnw -Pdemo} runs it: in the foreground, ended by Ctrl-C, with nothing left behind but data. */
class DemoIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final DemoSettings settings = TestInstallation.freshSettings();
    private final PortalDatabase database = new PortalDatabase(settings.dataFolder());
    private Process demo;

    @AfterEach
    void end() throws InterruptedException {
        demo.destroy();
        if (!demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            demo.destroyForcibly();
        }
        TestInstallation.delete(settings.dataFolder());
    }

    @Test
    void ctrlCEndsAllOfItAndTheNextStartFindsTheDataAgain() throws Exception {
        start();
        awaitWelcome();
        assertThat(output())
                .contains("http://localhost:" + settings.portalPort(), "http://localhost:" + settings.sandboxPort())
                .contains("admin@example.com", "partner@example.com");
        long companies = database.count("select count(*) from portal.company");
        List<ProcessHandle> children = demo.descendants().toList();
        long server = database.serverPid();
        assertThat(companies).isEqualTo(250);
        assertThat(children).hasSizeGreaterThanOrEqualTo(2);

        // why: not SIGINT, which a process ignores that a background job has started; the JVM treats both alike
        demo.destroy();

        assertThat(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        await().atMost(PATIENCE).until(() -> ProcessHandle.of(server).isEmpty());

        start();
        awaitWelcome();
        assertThat(database.count("select count(*) from portal.company")).isEqualTo(companies);
    }

    @Test
    void aTakenPortIsNamedWithTheSettingForAnotherOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(settings.portalPort(), 1, InetAddress.getLoopbackAddress())) {
            start();

            assertThat(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(demo.exitValue()).isEqualTo(1);
            assertThat(output())
                    .contains("Port " + taken.getLocalPort() + " for the portal is taken", "-Dportico.demo.port=");
        }
    }

    @Test
    void aLauncherThatIsKilledTakesItsProcessesAlong() throws Exception {
        start();
        awaitWelcome();
        List<ProcessHandle> children = demo.descendants().toList();
        long server = database.serverPid();

        demo.destroyForcibly().waitFor();

        await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        await().atMost(PATIENCE).until(() -> ProcessHandle.of(server).isEmpty());
    }

    private void start() throws IOException {
        demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dportico.demo.portal-jar=" + settings.portalJar(),
                        "-Dportico.demo.sandbox-jar=" + settings.sandboxJar(),
                        "-Dportico.demo.plugin-jar=" + settings.pluginJar(),
                        "-Dportico.demo.example-jar=" + settings.exampleJar(),
                        "-Dportico.demo.port=" + settings.portalPort(),
                        "-Dportico.demo.sandbox-port=" + settings.sandboxPort(),
                        "-Dportico.demo.data-folder=" + settings.dataFolder(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Demo.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(out().toFile())
                .start();
    }

    private void awaitWelcome() {
        await().atMost(PATIENCE).until(() -> {
            assertThat(demo.isAlive()).as(output()).isTrue();
            return output().contains("Begin at");
        });
    }

    private Path out() {
        return settings.dataFolder().resolve("demo.out");
    }

    private String output() throws IOException {
        return Files.readString(out());
    }
}
