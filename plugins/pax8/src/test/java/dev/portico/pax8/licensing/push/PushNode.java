package dev.portico.pax8.licensing.push;

import dev.portico.api.host.HttpClients;
import dev.portico.pax8.fixtures.RecordedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpMethod;

/** The push in a process of its own, which kills itself at a chosen write, or is killed from outside. */
final class PushNode {

    /** Where in a write the process dies. */
    enum Death {
        /** It has been noted that it is about to be sent; it is not. */
        BEFORE_SENDING,
        /** Pax8 has answered; the answer has not been looked at. */
        AFTER_ANSWER,
        /** Somewhere; the parent decides. */
        ANYWHERE
    }

    private PushNode() {}

    /** Starts a node; it ends by itself when nothing is left to push. */
    static Process start(PushPortal.Database database, String pax8, Death death, int writes, Path output)
            throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PushNode.class.getName(),
                        database.url(),
                        database.user(),
                        database.password(),
                        pax8,
                        death.name(),
                        Integer.toString(writes)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        Death death = Death.valueOf(arguments[4]);
        AtomicInteger writes = new AtomicInteger(Integer.parseInt(arguments[5]));
        PushPortal.Database database = new PushPortal.Database(arguments[0], arguments[1], arguments[2]);
        try (PushPortal portal = new PushPortal(database, arguments[3], clients -> deadly(clients, death, writes))) {
            System.out.println("READY");
            while (!portal.settled()) {
                portal.bean(PushJob.class).run(new RecordedRun());
            }
        }
        System.exit(0);
    }

    private static HttpClients deadly(HttpClients clients, Death death, AtomicInteger writes) {
        return (connect, read) -> clients.restClient(connect, read).requestInterceptor((request, body, execution) -> {
            // why not only the last one: its answer may fail, and then the next answer is the one to die after
            boolean last = request.getMethod() == HttpMethod.PUT && writes.decrementAndGet() <= 0;
            if (last && death == Death.BEFORE_SENDING) {
                die();
            }
            var answer = execution.execute(request, body);
            if (last && death == Death.AFTER_ANSWER) {
                die();
            }
            return answer;
        });
    }

    /** As an operating system kills: no hook, no finally, nothing is flushed. */
    private static void die() throws IOException {
        try {
            new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start().waitFor();
            TimeUnit.MINUTES.sleep(1);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
