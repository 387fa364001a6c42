package dev.portico.sandbox.control;

import dev.portico.sandbox.behaviour.Behaviour;
import dev.portico.sandbox.behaviour.Switches;
import dev.portico.sandbox.data.Company;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.faults.Fault;
import dev.portico.sandbox.faults.FaultKind;
import dev.portico.sandbox.faults.Faults;
import dev.portico.sandbox.faults.Journal;
import dev.portico.sandbox.oauth.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The control API, described in the README of this module. */
@RestController
@RequestMapping("/control")
class ControlApi {

    /** The journal as the API shows it. */
    record JournalView(List<Journal.Count> counts, List<Journal.Call> calls) {
    }

    /** A company to add. */
    record NewCompany(String name, @Nullable String city, @Nullable String country, @Nullable String website) {
    }

    /** What to take away. */
    record RevokeRequest(@Nullable String what) {
    }

    private final Control control;
    private final Portfolio portfolio;
    private final Faults faults;
    private final Journal journal;
    private final Switches switches;
    private final Grants grants;
    private final SubscriptionControl subscriptions;
    private final JsonMapper json;

    ControlApi(Control control, Portfolio portfolio, Faults faults, Journal journal, Switches switches, Grants grants,
               SubscriptionControl subscriptions, JsonMapper json) {
        this.control = control;
        this.portfolio = portfolio;
        this.faults = faults;
        this.journal = journal;
        this.switches = switches;
        this.grants = grants;
        this.subscriptions = subscriptions;
        this.json = json;
    }

    @GetMapping("/state")
    Map<String, Object> state() {
        return Map.of("companies", portfolio.companies().size(), "subscriptions", portfolio.subscriptions().size(),
                "products", portfolio.products().size(), "accessTokens", grants.liveAccessTokens(), "refreshTokens", grants.liveRefreshTokens(),
                "faults", faults.all(), "behaviour", switches.now());
    }

    @GetMapping("/faults")
    List<Faults.State> faults() {
        return faults.all();
    }

    @PutMapping("/faults/{name}")
    List<Faults.State> inject(@PathVariable String name, @RequestBody(required = false) @Nullable String body) {
        ObjectNode fault = (ObjectNode) json.readTree(body == null || body.isBlank() ? "{}" : body);
        if (!fault.has("kind")) {
            fault.put("kind", FaultKind.of(name).id());
        }
        faults.inject(name, json.treeToValue(fault, Fault.class));
        return faults.all();
    }

    @DeleteMapping("/faults/{name}")
    List<Faults.State> clear(@PathVariable String name) {
        faults.clear(name);
        return faults.all();
    }

    @DeleteMapping("/faults")
    List<Faults.State> clear() {
        faults.clear();
        return faults.all();
    }

    @GetMapping("/journal")
    JournalView journal(@RequestParam(defaultValue = "100") int limit) {
        return new JournalView(journal.counts(), journal.last(limit));
    }

    @DeleteMapping("/journal")
    void clearJournal() {
        journal.clear();
    }

    @PostMapping("/revoke")
    Map<String, Integer> revoke(@RequestBody(required = false) @Nullable RevokeRequest request) {
        String what = request == null || request.what() == null ? "all" : request.what();
        grants.revoke(Grants.Revocation.valueOf(what.toUpperCase(Locale.ROOT)));
        return Map.of("accessTokens", grants.liveAccessTokens(), "refreshTokens", grants.liveRefreshTokens());
    }

    @GetMapping("/issued")
    List<String> issued() {
        return grants.issued();
    }

    @PostMapping("/reset")
    Map<String, Object> reset() {
        control.reset();
        return state();
    }

    @GetMapping("/behaviour")
    Behaviour behaviour() {
        return switches.now();
    }

    @PutMapping("/behaviour")
    Behaviour behaviour(@RequestBody JsonNode fields) {
        return control.change(fields);
    }

    @GetMapping("/changes")
    List<Journal.Change> changes(@RequestParam(required = false) @Nullable String subscription, @RequestParam(defaultValue = "1000") int limit) {
        return (subscription == null ? journal.changes() : journal.changes(subscription)).stream().limit(limit).toList();
    }

    @GetMapping("/subscriptions/{id}")
    ResponseEntity<Truth> truth(@PathVariable String id) {
        return ResponseEntity.of(subscriptions.truth(id));
    }

    @PutMapping("/subscriptions/{id}")
    ResponseEntity<Truth> change(@PathVariable String id, @RequestBody String change) {
        return ResponseEntity.of(subscriptions.change(id, json.readerFor(SubscriptionChange.class)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(change)));
    }

    @PostMapping("/subscriptions/{id}/cancel")
    ResponseEntity<Truth> cancel(@PathVariable String id, @RequestParam(defaultValue = "0") int inDays) {
        return ResponseEntity.of(subscriptions.cancel(id, inDays));
    }

    @PostMapping("/companies")
    Company add(@RequestBody NewCompany company) {
        return portfolio.addCompany(company.name(), Objects.requireNonNullElse(company.city(), "Denver"),
                Objects.requireNonNullElse(company.country(), "US"), company.website());
    }

    @DeleteMapping("/companies/{id}")
    ResponseEntity<Void> remove(@PathVariable String id) {
        return portfolio.removeCompany(id) ? ResponseEntity.noContent().build() : ResponseEntity.notFound().build();
    }

    @ExceptionHandler({IllegalArgumentException.class, JacksonException.class, ClassCastException.class})
    ResponseEntity<Map<String, String>> wrong(Exception mistake) {
        return ResponseEntity.badRequest().body(Map.of("message", String.valueOf(mistake.getMessage())));
    }
}
