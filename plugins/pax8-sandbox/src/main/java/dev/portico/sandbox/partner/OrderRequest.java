package dev.portico.sandbox.partner;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** An order as it was sent: fields that no document knows, and values of a wrong kind, are refused with 400 and the name of the field. */
record OrderRequest(String companyId, @Nullable String email, List<Line> lines) {

    /** One product to order. */
    record Line(String productId, int quantity, String billingTerm, @Nullable String commitmentTermId, @Nullable Integer number,
                @Nullable Integer parentNumber, @Nullable String parentSubscriptionId, @Nullable Instant provisionStart,
                Map<String, List<String>> details) {
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> ORDER = Set.of("id", "companyId", "createdDate", "orderedBy", "orderedByUserId", "orderedByUserEmail",
            "isScheduled", "lineItems");
    // why: the document requires a companyId of each line, although no line has one
    private static final Set<String> LINE = Set.of("id", "companyId", "productId", "commitmentTermId", "provisionStartDate", "lineItemNumber",
            "billingTerm", "parentSubscriptionId", "parentLineItemNumber", "quantity", "provisioningDetails");
    private static final Set<String> DETAIL = Set.of("label", "key", "values", "description", "valueType", "possibleValues");
    private static final Set<String> ORDERERS = Set.of("Pax8 Partner", "Pax8Partner", "Customer", "Pax8");

    static OrderRequest read(byte @Nullable [] body) {
        JsonNode order;
        try {
            order = JSON.readTree(body == null ? new byte[0] : body);
        } catch (JacksonException malformed) {
            throw Problem.badRequest("Malformed JSON request");
        }
        if (!order.isObject()) {
            throw Problem.badRequest("Required request body is missing");
        }
        known(order, ORDER);
        if (order.hasNonNull("orderedBy") && !ORDERERS.contains(order.path("orderedBy").asString(""))) {
            throw Problem.badField("orderedBy");
        }
        if (!order.path("lineItems").isArray() || order.path("lineItems").isEmpty()) {
            throw Problem.badField("lineItems");
        }
        List<Line> lines = new ArrayList<>();
        order.path("lineItems").forEach(line -> lines.add(line(line)));
        return new OrderRequest(need(uuid(order, "companyId"), "companyId"), text(order, "orderedByUserEmail"), lines);
    }

    private static Line line(JsonNode line) {
        known(line, LINE);
        String term = need(text(line, "billingTerm"), "billingTerm");
        if (!SubscriptionApi.TERMS.contains(term)) {
            throw Problem.badField("billingTerm");
        }
        return new Line(need(uuid(line, "productId"), "productId"), need(number(line, "quantity"), "quantity"), term, uuid(line, "commitmentTermId"),
                number(line, "lineItemNumber"), number(line, "parentLineItemNumber"), uuid(line, "parentSubscriptionId"),
                time(line, "provisionStartDate"), details(line.path("provisioningDetails")));
    }

    private static Map<String, List<String>> details(JsonNode details) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (JsonNode detail : details) {
            known(detail, DETAIL);
            if (!detail.path("values").isArray()) {
                throw Problem.badField("values");
            }
            values.put(need(text(detail, "key"), "key"), detail.path("values").valueStream().map(value -> value.asString("")).toList());
        }
        return values;
    }

    private static void known(JsonNode object, Set<String> fields) {
        for (String field : object.propertyNames()) {
            if (!fields.contains(field)) {
                throw Problem.badField(field);
            }
        }
    }

    private static <T> T need(@Nullable T value, String field) {
        if (value == null) {
            throw Problem.badField(field);
        }
        return value;
    }

    private static @Nullable String text(JsonNode object, String field) {
        if (object.hasNonNull(field) && !object.path(field).isString()) {
            throw Problem.badField(field);
        }
        return object.hasNonNull(field) ? object.path(field).asString() : null;
    }

    private static @Nullable String uuid(JsonNode object, String field) {
        String text = text(object, field);
        if (text != null && !UUID.matcher(text).matches()) {
            throw Problem.badField(field);
        }
        return text;
    }

    private static @Nullable Integer number(JsonNode object, String field) {
        if (object.hasNonNull(field) && !object.path(field).canConvertToInt()) {
            throw Problem.badField(field);
        }
        return object.hasNonNull(field) ? Integer.valueOf(object.path(field).intValue()) : null;
    }

    private static @Nullable Instant time(JsonNode object, String field) {
        String text = text(object, field);
        try {
            return text == null ? null : text.length() == 10 ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC) : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw Problem.badField(field);
        }
    }
}
