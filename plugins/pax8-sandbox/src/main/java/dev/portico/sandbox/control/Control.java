package dev.portico.sandbox.control;

import dev.portico.sandbox.behaviour.Behaviour;
import dev.portico.sandbox.behaviour.Switches;
import dev.portico.sandbox.data.Orders;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.faults.Faults;
import dev.portico.sandbox.faults.Journal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the control API, the control page and tests in the same program do alike. */
@Component
public class Control {

    private final Portfolio portfolio;
    private final Orders orders;
    private final Faults faults;
    private final Journal journal;
    private final Switches switches;
    private final JsonMapper json;

    Control(Portfolio portfolio, Orders orders, Faults faults, Journal journal, Switches switches, JsonMapper json) {
        this.portfolio = portfolio;
        this.orders = orders;
        this.faults = faults;
        this.journal = journal;
        this.switches = switches;
        this.json = json;
    }

    /** Data, faults, behaviour and journal as at the start. Tokens live on: what was connected stays connected. */
    public void reset() {
        faults.reset();
        switches.reset();
        portfolio.reset();
        orders.reset();
        journal.clear();
    }

    /**
     * Changes the named fields of the behaviour and leaves the others.
     *
     * @throws IllegalArgumentException naming a field that does not exist or has a wrong value
     */
    public Behaviour change(JsonNode fields) {
        ObjectNode merged = json.valueToTree(switches.now());
        fields.properties().forEach(field -> {
            if (!merged.has(field.getKey())) {
                throw new IllegalArgumentException("There is no switch '" + field.getKey() + "'; there are " + String.join(", ", merged.propertyNames()));
            }
            merged.set(field.getKey(), field.getValue());
        });
        switches.set(json.treeToValue(merged, Behaviour.class));
        return switches.now();
    }
}
