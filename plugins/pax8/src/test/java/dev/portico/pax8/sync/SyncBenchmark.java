package dev.portico.pax8.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.portico.api.host.ConnectionListener;
import dev.portico.api.job.PluginJob;
import dev.portico.pax8.fixtures.FakePax8;
import dev.portico.pax8.fixtures.PluginUnderTest;
import dev.portico.pax8.fixtures.RecordedRun;
import dev.portico.pax8.fixtures.Rows;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** First syncs beside their floor: the same pages fetched, parsed and copied into an unlogged table. On request only. */
class SyncBenchmark {

    private static final int ROUNDS = 5;

    @Test
    void syncsAtHalfTheSpeedOfTheFloorAtLeast() throws Exception {
        try (PluginUnderTest plugin = new PluginUnderTest()) {
            plugin.bean(ConnectionListener.class).connected(plugin.host.approved("Contoso MSP"));
            plugin.pax8.list("companies", FakePax8.rows(0, 1000, Rows::company));
            plugin.pax8.list("products", FakePax8.rows(0, 25_000, Rows::product));
            plugin.pax8.list("subscriptions", FakePax8.rows(0, 5000, number -> Rows.subscription(number, number % 1000, number % 900)));
            run(plugin, CompanySync.class);
            plugin.map(IntStream.range(0, 1000).toArray());
            compare(plugin, "products", 25_000, ProductSync.class, "truncate product");
            compare(plugin, "subscriptions", 5000, SubscriptionSync.class, "truncate subscription cascade");
        }
    }

    private void compare(PluginUnderTest plugin, String list, int rows, Class<? extends PluginJob> job, String empty)
            throws Exception {
        double floor = Double.MAX_VALUE;
        double sync = Double.MAX_VALUE;
        double again = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            plugin.jdbc.sql("drop table if exists floor").update();
            plugin.jdbc.sql("create unlogged table floor (id uuid, name text, body text)").update();
            floor = Math.min(floor, seconds(() -> floor(plugin, list)));
            plugin.jdbc.sql(empty).update();
            sync = Math.min(sync, seconds(() -> run(plugin, job)));
            again = Math.min(again, seconds(() -> run(plugin, job)));
        }
        System.out.printf(
                "%s: floor %.0f rows/s, first sync %.0f rows/s (%.2f of the floor), unchanged sync %.0f rows/s%n",
                list, rows / floor, rows / sync, floor / sync, rows / again);
        assertThat(floor / sync).isGreaterThan(0.5);
    }

    private static Object floor(PluginUnderTest plugin, String list) throws Exception {
        JsonMapper mapper = JsonMapper.builder().build();
        try (HttpClient http = HttpClient.newHttpClient();
                Connection connection = ((HikariDataSource) plugin.dataSource).getConnection()) {
            CopyManager copy = new CopyManager(connection.unwrap(BaseConnection.class));
            int pages = 1;
            for (int page = 0; page < pages; page++) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create(plugin.pax8.url() + "/v1/" + list + "?size=200&page=" + page))
                        .build();
                JsonNode answer = mapper.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
                pages = answer.path("page").path("totalPages").asInt();
                StringBuilder lines = new StringBuilder();
                for (JsonNode row : answer.path("content")) {
                    lines.append(row.path("id").asString());
                    for (String field : row.propertyNames()) {
                        lines.append(field.equals("id") ? "" : field.equals("name") || field.equals("productName") ? "\t" + row.path(field).asString() : "");
                    }
                    lines.append('\t').append(row.toString().replace("\\", "\\\\")).append('\n');
                }
                copy.copyIn("copy floor from stdin", new StringReader(lines.toString()));
            }
        }
        return list;
    }

    private static Object run(PluginUnderTest plugin, Class<? extends PluginJob> job) throws Exception {
        return plugin.bean(job).run(new RecordedRun());
    }

    private static double seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }
}
