package dev.portico.sandbox.partner;

import dev.portico.sandbox.behaviour.Switches;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.data.Subscription;
import dev.portico.sandbox.data.UsageSummary;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import static dev.portico.sandbox.partner.Query.filter;

/** /v1/subscriptions: list, one, change of quantity, cancellation, history and usage. */
@RestController
class SubscriptionApi {

    private static final List<String> STATUSES = List.of("Active", "Cancelled", "PendingManual", "PendingAutomated", "PendingCancel",
            "WaitingForDetails", "Trial", "Converted", "PendingActivation", "Activated");
    static final List<String> TERMS = List.of("Monthly", "Annual", "2-Year", "3-Year", "One-Time", "Trial", "Activation");

    private final Portfolio portfolio;
    private final Switches switches;
    private final Answers answers;
    private final Changes changes;
    private final Cancellations cancellations;
    private final Clock clock;
    private final Sorted<Subscription> sorted = new Sorted<>(Map.of(
            "quantity", Comparator.comparingInt(Subscription::quantity),
            "startDate", Comparator.comparing(Subscription::start),
            "endDate", Comparator.comparing(Subscription::end, Comparator.nullsLast(Comparator.naturalOrder())),
            "createdDate", Comparator.comparing(Subscription::created),
            "billingStart", Comparator.comparing(Subscription::billingStart, Comparator.nullsLast(Comparator.naturalOrder())),
            "price", Comparator.comparing(Subscription::price, Comparator.nullsLast(Comparator.naturalOrder()))),
            Comparator.comparing(Subscription::id));
    private final Sorted<UsageSummary> sortedUsage = new Sorted<>(Map.of(
            "resourceGroup", Comparator.comparing(UsageSummary::resourceGroup),
            "currentCharges", Comparator.comparing(UsageSummary::currentCharges),
            "partnerTotal", Comparator.comparing(UsageSummary::partnerTotal)), Comparator.comparing(UsageSummary::id));

    SubscriptionApi(Portfolio portfolio, Switches switches, Answers answers, Changes changes, Cancellations cancellations, Clock clock) {
        this.portfolio = portfolio;
        this.switches = switches;
        this.answers = answers;
        this.changes = changes;
        this.cancellations = cancellations;
        this.clock = clock;
    }

    @GetMapping("/v1/subscriptions")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Query query = new Query(request, switches.now().rejectOversize());
        String status = query.oneOf("status", STATUSES);
        String term = query.oneOf("billingTerm", TERMS);
        String company = query.uuid("companyId");
        String product = query.uuid("productId");
        if (company != null && portfolio.company(company).isEmpty()) {
            throw Problem.forbidden("Invalid companyId");
        }
        Instant now = clock.instant();
        List<Subscription> found = sorted.by(query.sort(sorted.names()), portfolio.subscriptions());
        if (status != null || term != null || company != null || product != null) {
            found = found.stream()
                    .filter(filter(company, (subscription, id) -> subscription.companyId().equals(id)))
                    .filter(filter(product, (subscription, id) -> subscription.productId().equals(id)))
                    .filter(filter(term, (subscription, name) -> subscription.billingTerm().equals(name)))
                    .filter(filter(status, (subscription, name) -> subscription.at(now).status().equals(name)))
                    .toList();
        }
        return answers.page(query, found, (body, subscription) -> write(body, subscription.at(now), false));
    }

    @GetMapping("/v1/subscriptions/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id) {
        return answers.one(find(id), (body, subscription) -> write(body, subscription, true));
    }

    @PutMapping("/v1/subscriptions/{id}")
    ResponseEntity<byte[]> change(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] asked, HttpServletRequest request) {
        return answers.one(changes.apply(id, asked, request), (body, subscription) -> write(body, subscription, true));
    }

    @DeleteMapping("/v1/subscriptions/{id}")
    ResponseEntity<Void> cancel(@PathVariable String id, @RequestParam(required = false) @Nullable String cancelDate) {
        cancellations.cancel(id, cancelDate);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/v1/subscriptions/{id}/history")
    ResponseEntity<byte[]> history(@PathVariable String id) {
        return answers.list(portfolio.history(find(id)), (body, subscription) -> write(body, subscription, false));
    }

    @GetMapping("/v1/subscriptions/{id}/usage-summaries")
    ResponseEntity<byte[]> usage(@PathVariable String id, HttpServletRequest request) {
        Query query = new Query(request, switches.now().rejectOversize());
        List<UsageSummary> all = sortedUsage.by(query.sort(sortedUsage.names()), portfolio.usage(find(id)));
        return answers.page(query, all.stream()
                .filter(filter(query.text("resourceGroup"), (summary, group) -> summary.resourceGroup().equalsIgnoreCase(group)))
                .toList(), SubscriptionApi::write);
    }

    private Subscription find(String id) {
        return portfolio.subscription(id).orElseThrow(() -> Problem.notFound("Subscription", id));
    }

    private void write(JsonGenerator body, Subscription subscription, boolean detail) {
        SubscriptionBody.write(body, subscription, detail, switches.now());
    }

    /** Without companyId, which the real list by subscription leaves out although it is documented. */
    private static void write(JsonGenerator body, UsageSummary summary) {
        body.writeStartObject();
        body.writeStringProperty("id", summary.id());
        body.writeStringProperty("subscriptionId", summary.subscriptionId());
        body.writeStringProperty("productId", summary.productId());
        body.writeStringProperty("resourceGroup", summary.resourceGroup());
        body.writeStringProperty("vendorName", summary.vendor());
        body.writeNumberProperty("currentCharges", summary.currentCharges());
        body.writeStringProperty("currencyCode", summary.currency());
        body.writeNumberProperty("partnerTotal", summary.partnerTotal());
        body.writeBooleanProperty("isTrial", false);
        body.writeEndObject();
    }
}
