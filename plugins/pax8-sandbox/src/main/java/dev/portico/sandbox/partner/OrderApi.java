package dev.portico.sandbox.partner;

import dev.portico.sandbox.behaviour.Switches;
import dev.portico.sandbox.data.Company;
import dev.portico.sandbox.data.Order;
import dev.portico.sandbox.data.Orders;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.data.Subscription;
import dev.portico.sandbox.faults.Journal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import static dev.portico.sandbox.partner.Query.filter;

/** /v1/orders: list (oldest first, a status in the query is ignored), one, and new ones. */
@RestController
class OrderApi {

    private final Orders orders;
    private final OrderRules rules;
    private final Portfolio portfolio;
    private final Journal journal;
    private final Switches switches;
    private final Answers answers;
    private final Clock clock;

    OrderApi(Orders orders, OrderRules rules, Portfolio portfolio, Journal journal, Switches switches, Answers answers, Clock clock) {
        this.orders = orders;
        this.rules = rules;
        this.portfolio = portfolio;
        this.journal = journal;
        this.switches = switches;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/v1/orders")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Query query = new Query(request, switches.now().rejectOversize());
        String company = query.uuid("companyId");
        if (company != null && portfolio.company(company).isEmpty()) {
            throw Problem.notFound("Company", company);
        }
        List<Order> found = orders.all().stream().filter(filter(company, (order, id) -> order.companyId().equals(id))).toList();
        return answers.page(query, found, this::write);
    }

    @GetMapping("/v1/orders/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id) {
        return answers.one(orders.one(id).orElseThrow(() -> Problem.notFound("Order", id)), this::write);
    }

    @PostMapping("/v1/orders")
    ResponseEntity<byte[]> order(@RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        boolean mock = Boolean.TRUE.equals(new Query(request, false).flag("isMock"));
        OrderRequest asked = OrderRequest.read(body);
        Company company = rules.company(asked);
        List<Orders.Wanted> wanted = rules.wanted(asked, company);
        if (mock) {
            return answers.one(asked, this::writeMock);
        }
        return answers.one(orders.order(company, asked.email(), wanted, switches.now().statusDelayMillis(),
                sold -> journal.executed(request, sold.id(), 0, sold.accepted())), this::write);
    }

    private void write(JsonGenerator body, Order order) {
        body.writeStartObject();
        body.writeStringProperty("id", order.id());
        head(body, order.companyId(), order.created(), order.email());
        body.writeArrayPropertyStart("lineItems");
        for (Order.Line line : order.lines()) {
            body.writeStartObject();
            body.writeStringProperty("id", line.id());
            body.writeStringProperty("productId", line.productId());
            body.writeStringProperty("subscriptionId", named(line.subscriptionId()) ? line.subscriptionId() : null);
            body.writeStringProperty("commitmentTermId", line.commitmentId());
            if (line.provisionStart() != null) {
                Dates.write(body, "provisionStartDate", line.id(), line.provisionStart());
            }
            body.writeStringProperty("billingTerm", line.billingTerm());
            body.writeNumberProperty("quantity", line.quantity());
            body.writeEndObject();
        }
        body.writeEndArray();
        body.writeEndObject();
    }

    /** Nothing was written, so that there are no ids. */
    private void writeMock(JsonGenerator body, OrderRequest asked) {
        body.writeStartObject();
        head(body, asked.companyId(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), asked.email());
        body.writeArrayPropertyStart("lineItems");
        for (OrderRequest.Line line : asked.lines()) {
            body.writeStartObject();
            body.writeStringProperty("productId", line.productId());
            body.writeStringProperty("commitmentTermId", line.commitmentTermId());
            body.writeStringProperty("billingTerm", line.billingTerm());
            body.writeNumberProperty("quantity", line.quantity());
            body.writeEndObject();
        }
        body.writeEndArray();
        body.writeEndObject();
    }

    private static void head(JsonGenerator body, String companyId, LocalDate created, @Nullable String email) {
        body.writeStringProperty("companyId", companyId);
        body.writeStringProperty("createdDate", created.toString());
        // why: sent as "Pax8 Partner", read back without the blank
        body.writeStringProperty("orderedBy", "Pax8Partner");
        if (email != null) {
            body.writeStringProperty("orderedByUserEmail", email);
        }
        body.writeBooleanProperty("isScheduled", false);
    }

    private boolean named(String subscriptionId) {
        return !switches.now().lateSubscriptionId()
                || portfolio.subscription(subscriptionId).map(Subscription::status).filter("PendingAutomated"::equals).isEmpty();
    }
}
