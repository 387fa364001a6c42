package dev.portico.sandbox.control;

import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.faults.Fault;
import dev.portico.sandbox.faults.FaultKind;
import dev.portico.sandbox.faults.Faults;
import dev.portico.sandbox.faults.Journal;
import dev.portico.sandbox.oauth.Grants;
import dev.portico.sandbox.pages.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.Map;

/** The control page: what is on, what was called, and buttons to change it. */
@RestController
class ControlPage {

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final Control control;
    private final Portfolio portfolio;
    private final Faults faults;
    private final Journal journal;
    private final Grants grants;
    private final BehaviourForm behaviour;

    ControlPage(Control control, Portfolio portfolio, Faults faults, Journal journal, Grants grants, BehaviourForm behaviour) {
        this.control = control;
        this.portfolio = portfolio;
        this.faults = faults;
        this.journal = journal;
        this.grants = grants;
        this.behaviour = behaviour;
    }

    @GetMapping(path = {"/", "/control"}, produces = HTML)
    String show() {
        return Template.named("control").page("Control", Map.ofEntries(
                Map.entry("companies", portfolio.companies().size()),
                Map.entry("subscriptions", portfolio.subscriptions().size()),
                Map.entry("products", portfolio.products().size()),
                Map.entry("accessTokens", grants.liveAccessTokens()),
                Map.entry("refreshTokens", grants.liveRefreshTokens()),
                Map.entry("faultNotice", ControlParts.notice(faults.all())),
                Map.entry("faults", ControlParts.faults(faults.all())),
                Map.entry("switches", behaviour.fields()),
                Map.entry("counts", ControlParts.counts(journal.counts())),
                Map.entry("changes", ControlParts.changes(journal.changes())),
                Map.entry("calls", ControlParts.calls(journal.last(50)))));
    }

    @PostMapping("/control/page/faults/{id}")
    ResponseEntity<Void> fault(@PathVariable String id, @RequestParam Map<String, String> form) {
        if ("off".equals(form.get("switch"))) {
            faults.clear(id);
        } else {
            faults.inject(id, new Fault(FaultKind.of(id), form.get("path"), null, number(form, "fromPage"), null, number(form, "count"),
                    number(form, "percent"), null, number(form, "retryAfterSeconds"), number(form, "perMinute"), number(form, "millis"), number(form, "status")));
        }
        return back();
    }

    @PostMapping("/control/page/revoke")
    ResponseEntity<Void> revoke(@RequestParam Grants.Revocation what) {
        grants.revoke(what);
        return back();
    }

    @PostMapping("/control/page/behaviour")
    ResponseEntity<Void> behaviour(@RequestParam Map<String, String> form) {
        behaviour.apply(form);
        return back();
    }

    @PostMapping("/control/page/journal")
    ResponseEntity<Void> clearJournal() {
        journal.clear();
        return back();
    }

    @PostMapping("/control/page/reset")
    ResponseEntity<Void> reset() {
        control.reset();
        return back();
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<String> wrong(IllegalArgumentException mistake) {
        return ResponseEntity.badRequest().contentType(MediaType.parseMediaType(HTML)).body(Template.named("problem").page("Not done", Map.of(
                "title", "This could not be switched", "detail", String.valueOf(mistake.getMessage()), "hint", "Go back and correct it.")));
    }

    private static @Nullable Integer number(Map<String, String> form, String field) {
        String value = form.getOrDefault(field, "").trim();
        return value.matches("\\d{1,9}") ? Integer.valueOf(value) : null;
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/")).build();
    }
}
