package dev.portico.sandbox.partner;

import dev.portico.sandbox.behaviour.Switches;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The bodies of the Partner API: pages, plain lists, single objects and refusals. */
@Component
class Answers {

    private final JsonMapper json;
    private final Switches switches;

    Answers(JsonMapper json, Switches switches) {
        this.json = json;
        this.switches = switches;
    }

    <T> ResponseEntity<byte[]> page(Query query, List<T> all, BiConsumer<JsonGenerator, T> writer) {
        int from = (int) Math.min((long) query.page() * query.size(), all.size());
        List<T> rows = all.subList(from, Math.min(from + query.size(), all.size()));
        return ok(body -> {
            body.writeStartObject();
            if (!rows.isEmpty() || !switches.now().omitEmptyContent()) {
                content(body, rows, writer);
            }
            body.writeName("page");
            body.writeStartObject();
            body.writeNumberProperty("size", query.size());
            body.writeNumberProperty("totalElements", all.size());
            body.writeNumberProperty("totalPages", (all.size() + query.size() - 1) / query.size());
            body.writeNumberProperty("number", query.page());
            body.writeEndObject();
            body.writeEndObject();
        });
    }

    <T> ResponseEntity<byte[]> list(List<T> rows, BiConsumer<JsonGenerator, T> writer) {
        return ok(body -> {
            body.writeStartObject();
            content(body, rows, writer);
            body.writeEndObject();
        });
    }

    <T> ResponseEntity<byte[]> one(T object, BiConsumer<JsonGenerator, T> writer) {
        return ok(body -> writer.accept(body, object));
    }

    ResponseEntity<byte[]> problem(Problem problem, HttpServletRequest request) {
        return send(problem.status(), body -> {
            body.writeStartObject();
            // why: the flat form was seen with 404 and 422, and where it was, 400 came in the form of the token endpoint
            if (switches.now().flatErrors() && (problem.status() == 404 || problem.status() == 422)) {
                body.writeArrayPropertyStart("errors");
                body.writeString(problem.getMessage());
                body.writeEndArray();
            } else if (switches.now().flatErrors() && problem.status() == 400) {
                body.writeStringProperty("error", "invalid_request");
                body.writeStringProperty("error_description", problem.getMessage());
            } else {
                body.writeStringProperty("type", problem.type());
                body.writeStringProperty("message", problem.getMessage());
                body.writeStringProperty("instance", "/public" + request.getRequestURI());
                body.writeNumberProperty("status", problem.status());
                body.writeArrayPropertyStart("details");
                body.writeEndArray();
            }
            body.writeEndObject();
        });
    }

    private static <T> void content(JsonGenerator body, List<T> rows, BiConsumer<JsonGenerator, T> writer) {
        body.writeArrayPropertyStart("content");
        rows.forEach(row -> writer.accept(body, row));
        body.writeEndArray();
    }

    private ResponseEntity<byte[]> ok(Consumer<JsonGenerator> writer) {
        return send(200, writer);
    }

    private ResponseEntity<byte[]> send(int status, Consumer<JsonGenerator> writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        try (JsonGenerator body = json.createGenerator(bytes)) {
            writer.accept(body);
        }
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(bytes.toByteArray());
    }
}
