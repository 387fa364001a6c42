package dev.portico.sandbox.control;

import dev.portico.sandbox.behaviour.Behaviour;
import dev.portico.sandbox.behaviour.Switches;
import dev.portico.sandbox.pages.Template;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/** The behaviour as a form, one field per switch. */
@Component
class BehaviourForm {

    private static final Template FLAG = Template.of("""
            <label><input type="checkbox" name="{{name}}" value="true" {{checked}}> {{label}}</label>""");
    private static final Template NUMBER = Template.of("""
            <label class="number">{{label}}<input name="{{name}}" inputmode="numeric" value="{{value}}"></label>""");

    private final Switches switches;
    private final Control control;
    private final JsonMapper json;

    BehaviourForm(Switches switches, Control control, JsonMapper json) {
        this.switches = switches;
        this.control = control;
        this.json = json;
    }

    String fields() {
        Behaviour now = switches.now();
        StringBuilder html = new StringBuilder();
        flags(now).forEach((name, flag) -> html.append(FLAG.fill(
                Map.of("name", name, "label", flag.label(), "checked", flag.on() ? "checked" : ""))));
        numbers(now).forEach((name, number) -> html.append(NUMBER.fill(Map.of("name", name, "label", number.label(), "value", number.value()))));
        return html.toString();
    }

    void apply(Map<String, String> form) {
        ObjectNode fields = json.createObjectNode();
        flags(switches.now()).keySet().forEach(name -> fields.put(name, form.containsKey(name)));
        fields.remove("documentedCommitment");
        fields.put("commitmentField", form.containsKey("documentedCommitment") ? "commitmentTerm" : "commitment");
        numbers(switches.now()).forEach((name, number) -> {
            String value = form.getOrDefault(name, "").trim();
            fields.put(name, value.matches("\\d{1,9}") ? Integer.parseInt(value) : number.value());
        });
        control.change(fields);
    }

    private record Flag(String label, boolean on) {
    }

    private record Number(String label, int value) {
    }

    private static Map<String, Flag> flags(Behaviour now) {
        Map<String, Flag> flags = new LinkedHashMap<>();
        flags.put("documentedCommitment", new Flag("Commitment as commitmentTerm", "commitmentTerm".equals(now.commitmentField())));
        flags.put("rejectOversize", new Flag("400 for pages above 200", now.rejectOversize()));
        flags.put("omitEmptyContent", new Flag("No content field in empty pages", now.omitEmptyContent()));
        flags.put("flatErrors", new Flag("Flat error bodies", now.flatErrors()));
        flags.put("unknownValues", new Flag("Unknown status values", now.unknownValues()));
        flags.put("lateQuantity", new Flag("New quantity shows after the delay", now.lateQuantity()));
        flags.put("lateSubscriptionId", new Flag("Orders name their subscriptions after the delay", now.lateSubscriptionId()));
        flags.put("requirePkce", new Flag("Code challenge required", now.requirePkce()));
        flags.put("anyLoopbackRedirect", new Flag("Any redirect to this machine", now.anyLoopbackRedirect()));
        flags.put("rotateRefreshTokens", new Flag("Refresh tokens rotate", now.rotateRefreshTokens()));
        return flags;
    }

    private static Map<String, Number> numbers(Behaviour now) {
        Map<String, Number> numbers = new LinkedHashMap<>();
        numbers.put("latencyMillis", new Number("Latency of the API (ms)", now.latencyMillis()));
        numbers.put("statusDelayMillis", new Number("Vendor delay after a change (ms)", now.statusDelayMillis()));
        numbers.put("accessTokenSeconds", new Number("Life of access tokens (s)", now.accessTokenSeconds()));
        numbers.put("refreshTokenSeconds", new Number("Life of refresh tokens (s)", now.refreshTokenSeconds()));
        return numbers;
    }
}
