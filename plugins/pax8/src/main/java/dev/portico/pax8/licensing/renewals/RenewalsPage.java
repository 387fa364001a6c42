package dev.portico.pax8.licensing.renewals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.sync.SyncJobs;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** One visit to the renewals. */
final class RenewalsPage {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final String CALENDAR = "calendar";

    private final RenewalParts parts;
    private final ScreenContext context;
    private final RenewalToolbar toolbar;
    private final RenewalCalendar calendar;
    private final RenewalList list;
    private final Button view = new Button();
    private final Div empty = new Div();
    private final Div content = new Div();
    private Optional<RenewalTotals> shown = Optional.empty();

    RenewalsPage(RenewalParts parts, ScreenContext context) {
        this.parts = parts;
        this.context = context;
        toolbar = new RenewalToolbar(parts, context, this::refresh);
        LocalDate today = parts.renewals().today();
        LocalDate last = today.plusDays(Renewals.DAYS);
        LocalDate start = toolbar.filter().day()
                .filter(day -> !day.isBefore(today) && !day.isAfter(last))
                .orElse(today);
        calendar = new RenewalCalendar(parts.words(), today, last, start, this::showCalendar, toolbar::choose);
        list = new RenewalList(parts, toolbar::filter, context, this::refresh);
        calendar.content().setVisible(context.parameter("view").filter(CALENDAR::equals).isPresent());
        view.addClickListener(click -> turnView());
        context.addAction(view);
        content.add(toolbar.states(), toolbar.filters(), calendar.content(), list.grid(), empty);
        content.addClassName("portico-list");
        nameView();
        refresh();
        context.every(LOOK_AGAIN, this::lookAgain);
    }

    Component content() {
        return content;
    }

    private void turnView() {
        calendar.content().setVisible(!calendar.content().isVisible());
        context.rememberParameter(
                "view", calendar.content().isVisible() ? Optional.of(CALENDAR) : Optional.empty());
        nameView();
        showCalendar();
    }

    private void nameView() {
        boolean calendarShown = calendar.content().isVisible();
        view.setText(parts.text(calendarShown ? "renewal.view.list" : "renewal.view.calendar"));
        view.setIcon((calendarShown ? VaadinIcon.LIST : VaadinIcon.CALENDAR).create());
    }

    /** Follows what clients answer, and the syncs. */
    private void lookAgain() {
        subtitle();
        if (!shown.equals(Optional.of(parts.renewals().totals(toolbar.filter())))) {
            refresh();
        }
    }

    private void refresh() {
        subtitle();
        RenewalFilter filter = toolbar.filter();
        RenewalTotals totals = parts.renewals().totals(filter);
        shown = Optional.of(totals);
        toolbar.show(totals);
        showCalendar();
        list.refresh();
        list.grid().setVisible(totals.renewals() > 0);
        empty.removeAll();
        if (totals.renewals() == 0) {
            empty.add(nothing(filter));
        }
    }

    private void showCalendar() {
        if (calendar.content().isVisible()) {
            RenewalFilter filter = toolbar.filter();
            calendar.show(
                    parts.renewals()
                            .days(filter, calendar.month().atDay(1), calendar.month().atEndOfMonth()),
                    filter.day());
        }
    }

    private Component nothing(RenewalFilter filter) {
        if (toolbar.isNarrowed()) {
            return state("no-match", new Button(parts.text("licensing.clear-filters"), click -> toolbar.clear()));
        }
        return switch (filter.show()) {
            case OPEN -> state("none-open");
            case ANSWERED -> state("none-answered");
            case MUTED -> state("none-muted");
            case ALL ->
                state(
                        "none",
                        new Button(
                                parts.text("renewal.none.step"), click -> context.navigate("licensing/subscriptions")));
        };
    }

    private Component state(String reason, Button... steps) {
        return Pieces.emptyState(
                VaadinIcon.CALENDAR,
                parts.text("renewal." + reason + ".title"),
                parts.text("renewal." + reason + ".text", Renewals.DAYS),
                steps);
    }

    private void subtitle() {
        String freshness = parts.summary()
                .asOf(SyncJobs.SUBSCRIPTIONS)
                .map(time -> parts.text("licensing.as-of", parts.times().of(time)))
                .orElseGet(() -> parts.text("licensing.never-synced"));
        context.subtitle(parts.text("renewal.subtitle", Renewals.DAYS, freshness));
    }
}
