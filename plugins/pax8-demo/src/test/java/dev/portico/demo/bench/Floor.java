package dev.portico.demo.bench;

import dev.portico.demo.fixtures.PortalDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The least that a program in Java would do: fetch a page, read its JSON, copy its rows. */
final class Floor implements AutoCloseable {

    private static final List<SyncedList> LISTS = List.of(
            new SyncedList("companies", "name,asc", List.of(
                    "id", "name", "address", "phone", "website", "externalId", "status", "updatedDate")),
            new SyncedList("products", "name,asc", List.of(
                    "id", "name", "vendorName", "shortDescription", "sku", "vendorSku", "requiresCommitment")),
            new SyncedList("subscriptions", "createdDate,asc", List.of(
                    "id", "companyId", "productId", "parentSubscriptionId", "productName", "vendorSubscriptionId",
                    "quantity", "status", "billingTerm", "price", "partnerCost", "currencyCode", "startDate", "endDate",
                    "createdDate", "updatedDate", "billingStart", "commitment")));

    private final String pax8;
    private final Connection database;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    Floor(String pax8, PortalDatabase database) throws SQLException {
        this.pax8 = pax8;
        this.database = database.connect();
    }

    /** A list of Pax8's, and the fields that the portal keeps of its rows. */
    private record SyncedList(String name, String sort, List<String> fields) {

        String table() {
            return "floor_" + name;
        }
    }

    /** Does it once for all three lists, into new tables. */
    Measured pass() throws SQLException, IOException, InterruptedException {
        String token = token();
        for (SyncedList list : LISTS) {
            execute("drop table if exists " + list.table());
            execute("create unlogged table " + list.table() + list.fields().stream()
                    .map(field -> "\"" + field + "\" text")
                    .collect(Collectors.joining(", ", " (", ")")));
        }
        long rows = 0;
        long start = System.nanoTime();
        for (SyncedList list : LISTS) {
            rows += copy(list, token);
        }
        return new Measured(rows, (System.nanoTime() - start) / 1e9);
    }

    private long copy(SyncedList list, String token) throws SQLException, IOException, InterruptedException {
        CopyManager copy = database.unwrap(PGConnection.class).getCopyAPI();
        long rows = 0;
        int pages = 1;
        for (int page = 0; page < pages; page++) {
            URI address = URI.create(
                    pax8 + "/v1/" + list.name() + "?size=200&sort=" + list.sort() + "&page=" + page);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json")
                    .build();
            JsonNode answer = json.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
            pages = answer.path("page").path("totalPages").asInt();
            byte[] lines = lines(answer.path("content"), list.fields()).getBytes(StandardCharsets.UTF_8);
            rows += copy.copyIn("copy " + list.table() + " from stdin", new ByteArrayInputStream(lines));
        }
        return rows;
    }

    private static String lines(JsonNode content, List<String> fields) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode row : content) {
            for (int i = 0; i < fields.size(); i++) {
                lines.append(i == 0 ? "" : "\t");
                append(lines, row.path(fields.get(i)));
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    private static void append(StringBuilder lines, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            lines.append("\\N");
            return;
        }
        String text = value.isValueNode() ? value.asString() : value.toString();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(character);
            }
        }
    }

    private String token() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(pax8 + "/v1/token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        {"client_id": "portico-demo", "client_secret": "portico-demo-secret",
                         "audience": "https://api.pax8.com", "grant_type": "client_credentials"}
                        """))
                .build();
        return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("access_token")
                .asString();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (SyncedList list : LISTS) {
            execute("drop table if exists " + list.table());
        }
        database.close();
        http.close();
    }
}
