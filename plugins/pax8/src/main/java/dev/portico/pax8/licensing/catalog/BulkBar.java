package dev.portico.pax8.licensing.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.portico.api.host.Messages;
import dev.portico.pax8.look.Pieces;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Does something to many products: to those that are selected, or to all that match the filters. */
final class BulkBar {

    private final Messages messages;
    private final RadioButtonGroup<Target> target = new RadioButtonGroup<>();
    private final Map<CatalogAction, Button> buttons = new EnumMap<>(CatalogAction.class);
    private final Div content;
    private long selected;
    private long matching;

    BulkBar(Messages messages, Act act) {
        this.messages = messages;
        target.setAriaLabel(messages.text("catalog.target"));
        target.setItems(Target.values());
        target.setItemLabelGenerator(this::label);
        target.setValue(Target.SELECTED);
        target.addValueChangeListener(change -> redraw());
        content = Pieces.row("portico-toolbar", target);
        for (CatalogAction action : CatalogAction.values()) {
            Button button = new Button(messages.text("catalog.do." + action.name().toLowerCase(Locale.ROOT)));
            button.addClickListener(click -> act.run(action, target.getValue() == Target.MATCHING));
            buttons.put(action, button);
            content.add(button);
        }
        content.getElement().setAttribute("role", "group");
        content.getElement().setAttribute("aria-label", messages.text("catalog.bulk"));
        redraw();
    }

    Component content() {
        return content;
    }

    void selected(int count) {
        selected = count;
        if (count > 0) {
            target.setValue(Target.SELECTED);
        }
        redraw();
    }

    void matching(long count) {
        matching = count;
        redraw();
    }

    private String label(Target value) {
        return switch (value) {
            case SELECTED -> messages.text("catalog.target.selected", selected);
            case MATCHING -> messages.text("catalog.target.matching", matching);
        };
    }

    private void redraw() {
        target.getListDataView().refreshAll();
        boolean any = (target.getValue() == Target.SELECTED ? selected : matching) > 0;
        buttons.values().forEach(button -> button.setEnabled(any));
    }

    /** What the buttons are for. */
    enum Target {
        SELECTED,
        MATCHING
    }

    /** What a button does. */
    interface Act {

        void run(CatalogAction action, boolean everythingThatMatches);
    }
}
