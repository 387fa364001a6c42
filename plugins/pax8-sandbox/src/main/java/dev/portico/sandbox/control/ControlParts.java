package dev.portico.sandbox.control;

import dev.portico.sandbox.faults.FaultKind;
import dev.portico.sandbox.faults.Faults;
import dev.portico.sandbox.faults.Journal;
import dev.portico.sandbox.pages.Template;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The parts of the control page. */
final class ControlParts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private static final Template NOTICE = Template.of("<div class=\"notice bad\" role=\"status\" style=\"margin:0\">Switched on: {{names}}</div>");
    private static final Template FAULT = Template.named("fault");
    private static final Template FIELD = Template.of("""
            <label class="{{name}}">{{label}}<br><input name="{{name}}" inputmode="{{mode}}" placeholder="{{placeholder}}"></label>""");
    private static final Template SETTINGS = Template.of("<details><summary>Options</summary><div class=\"settings\">{{{fields}}}</div></details>");
    private static final Template ON = Template.of("""
            <span class="on">on, {{hits}} hit</span> <button class="small" name="switch" value="off" type="submit" aria-label="Switch off: {{label}}">Off</button>""");
    private static final Template OFF = Template.of("""
            <button class="small" name="switch" value="on" type="submit" aria-label="Switch on: {{label}}">On</button>""");
    private static final Template COUNT = Template.of("""
            <tr><td class="path">{{endpoint}}</td><td class="number">{{calls}}</td><td class="number {{mood}}">{{failed}}</td></tr>""");
    private static final Template CHANGE = Template.of("""
            <tr><td>{{time}}</td><td class="path">{{subscription}}</td><td class="number">{{from}}</td><td class="number">{{to}}</td><td>{{by}}</td>\
            <td class="{{mood}}">{{heard}}</td></tr>""");
    private static final Template CALL = Template.of("""
            <tr><td>{{time}}</td><td>{{method}}</td><td class="path" title="{{path}}">{{path}}</td><td class="number {{mood}}">{{status}}</td>\
            <td class="number">{{millis}}</td><td>{{fault}}</td></tr>""");
    private static final String NOTHING = "<tr><td colspan=\"6\" class=\"soft\">Nothing yet.</td></tr>";

    private ControlParts() {
    }

    static String notice(List<Faults.State> active) {
        String names = active.stream().map(state -> state.fault().kind().label() + " on " + state.fault().paths()).collect(Collectors.joining("; "));
        return active.isEmpty() ? "" : NOTICE.fill(Map.of("names", names));
    }

    static String faults(List<Faults.State> active) {
        return Arrays.stream(FaultKind.values()).map(kind -> fault(kind, active)).collect(Collectors.joining());
    }

    static String counts(List<Journal.Count> counts) {
        return counts.isEmpty() ? NOTHING : counts.stream().map(count -> COUNT.fill(Map.of("endpoint", count.endpoint(), "calls", count.calls(),
                "failed", count.failed(), "mood", count.failed() > 0 ? "bad" : ""))).collect(Collectors.joining());
    }

    static String changes(List<Journal.Change> changes) {
        return changes.isEmpty() ? NOTHING : changes.stream().limit(20).map(change -> CHANGE.fill(Map.of("time", TIME.format(change.at()),
                "subscription", change.subscription(), "from", change.from(), "to", change.to(), "by", change.by(),
                "heard", change.delivered() ? "yes" : change.answer() == null ? "not yet" : "no", "mood", change.delivered() ? "" : "bad")))
                .collect(Collectors.joining());
    }

    static String calls(List<Journal.Call> calls) {
        return calls.isEmpty() ? NOTHING : calls.stream().map(call -> CALL.fill(Map.of("time", TIME.format(call.at()), "method", call.method(),
                "path", call.query() == null ? call.path() : call.path() + "?" + call.query(),
                "status", call.status() == 0 ? "dropped" : call.status(), "mood", call.status() == 0 || call.status() >= 400 ? "bad" : "",
                "millis", call.millis(), "fault", Objects.requireNonNullElse(call.fault(), "")))).collect(Collectors.joining());
    }

    private static String fault(FaultKind kind, List<Faults.State> active) {
        // why: faults of the control API may have names of their own; the page shows those that it can switch itself
        String button = active.stream().filter(state -> state.name().equals(kind.id())).findFirst()
                .map(state -> ON.fill(Map.of("hits", state.hits(), "label", kind.label())))
                .orElseGet(() -> OFF.fill(Map.of("label", kind.label())));
        boolean on = active.stream().anyMatch(state -> state.name().equals(kind.id()));
        return FAULT.fill(Map.of("id", kind.id(), "label", kind.label(), "meaning", kind.meaning(), "button", button,
                "settings", on ? "" : settings(kind)));
    }

    private static String settings(FaultKind kind) {
        String own = switch (kind) {
            case TOO_MANY_REQUESTS -> field("retryAfterSeconds", "Retry-After (s)", "none");
            case RATE_LIMIT -> field("perMinute", "Calls a minute", "1000") + field("retryAfterSeconds", "Retry-After (s)", "none");
            case SLOW, LATE_ANSWER -> field("millis", "Delay (ms)", "3000");
            case DOWN -> field("status", "Status", "close connection");
            default -> "";
        };
        return SETTINGS.fill(Map.of("fields", FIELD.fill(Map.of("name", "path", "label", "Paths", "mode", "text", "placeholder", kind.defaultPath()))
                + own + field("fromPage", "From page", "0") + field("count", "Next calls", "until off")
                + field("percent", "Of a hundred", "100")));
    }

    private static String field(String name, String label, String placeholder) {
        return FIELD.fill(Map.of("name", name, "label", label, "mode", "numeric", "placeholder", placeholder));
    }
}
