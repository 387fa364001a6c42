package dev.portico.pax8.licensing.trial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.rules.Rule.Outcome;
import dev.portico.pax8.licensing.trial.Replay.Difference;
import dev.portico.pax8.licensing.words.Reasons;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Figures;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Says what settings that are not saved yet would have done with the requests of the last 90 days. */
public final class ReplayPanel {

    private final Trials trials;
    private final Reasons reasons;
    private final Messages messages;
    private final Supplier<LicensingRules> rules;
    private final Div result = new Div();
    private final Div content;

    /**
     * Makes the panel.
     *
     * @param rules as they are edited at the moment
     */
    public ReplayPanel(Trials trials, Reasons reasons, Messages messages, Supplier<LicensingRules> rules) {
        this.trials = trials;
        this.reasons = reasons;
        this.messages = messages;
        this.rules = rules;
        result.getElement().setAttribute("aria-live", "polite");
        result.addClassName("portico-list");
        content = new Div(
                new H2(messages.text("replay.title")),
                Pieces.muted(messages.text("replay.text", Trials.PAST.toDays())),
                new Button(messages.text("replay.verb"), VaadinIcon.TIME_BACKWARD.create(), click -> run()),
                result);
        content.addClassNames("portico-panel", "portico-setting");
    }

    /** What it looks like. */
    public Component content() {
        return content;
    }

    /** Takes the result away, because the settings have been edited since. */
    public void outdated() {
        if (result.getComponentCount() > 0) {
            result.removeAll();
            result.add(Pieces.muted(messages.text("replay.outdated")));
        }
    }

    private void run() {
        Replay replay = trials.replay(rules.get());
        result.removeAll();
        if (replay.requests() == 0) {
            result.add(new Paragraph(messages.text("replay.nothing", Trials.PAST.toDays())));
            return;
        }
        Div tiles = Pieces.row("portico-tiles");
        for (Outcome outcome : List.of(Outcome.APPLIED, Outcome.HELD, Outcome.REFUSED)) {
            tiles.add(tile(outcome, replay));
        }
        result.add(tiles);
        if (replay.differing() == 0) {
            result.add(new Paragraph(messages.text("replay.same", replay.requests())));
            return;
        }
        result.add(
                new Paragraph(messages.text(
                        "replay.differing",
                        replay.differing(),
                        replay.requests(),
                        replay.differing() - replay.differences().size())),
                list(replay.differences()));
    }

    private Div tile(Outcome outcome, Replay replay) {
        Span figure = new Span(messages.text("replay.from-to", replay.was(outcome), replay.wouldBe(outcome)));
        figure.addClassName("portico-tile-value");
        Div tile = new Div(Pieces.muted(name(outcome)), figure);
        tile.addClassName("portico-tile");
        return tile;
    }

    private Grid<Difference> list(List<Difference> differences) {
        Grid<Difference> list = new Grid<>();
        list.setSelectionMode(Grid.SelectionMode.NONE);
        list.addColumn(it -> Figures.count(it.past().number()))
                .setHeader(messages.text("replay.number"))
                .setFlexGrow(0)
                .setWidth("6rem");
        list.addComponentColumn(it ->
                        Pieces.twoLines(new Span(it.past().product()), Pieces.muted(it.past().company())))
                .setHeader(messages.text("replay.request"))
                .setFlexGrow(2);
        list.addColumn(it -> messages.text("replay.from-to", it.past().from(), it.past().to()))
                .setHeader(messages.text("replay.seats"))
                .setFlexGrow(0)
                .setWidth("8rem");
        list.addColumn(it -> name(it.past().outcome()))
                .setHeader(messages.text("replay.was"))
                .setFlexGrow(0)
                .setWidth("8rem");
        list.addColumn(it -> reasons.text(it.wouldBe()))
                .setHeader(messages.text("replay.would-be"))
                .setFlexGrow(3)
                .setTooltipGenerator(it -> reasons.text(it.wouldBe()));
        list.setItems(differences);
        return list;
    }

    private String name(Outcome outcome) {
        return messages.text("replay.outcome." + outcome.name().toLowerCase(Locale.ROOT));
    }
}
