package dev.portico.pax8.licensing.renewals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.pax8.licensing.renewals.Renewals.RenewalDay;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Days;
import dev.portico.pax8.texts.Figures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A month, on which each day that has renewals is a button; the days without are there for the eye only. */
final class RenewalCalendar {

    private final RenewalWords words;
    private final Runnable turned;
    private final Consumer<LocalDate> chosen;
    private final YearMonth first;
    private final YearMonth last;
    private final Button back;
    private final Button on;
    private final Span title = new Span();
    private final Div days = new Div();
    private final Div content = new Div();
    private YearMonth month;

    /** Goes from the month of one day to that of another. */
    RenewalCalendar(
            RenewalWords words, LocalDate from, LocalDate to, LocalDate start, Runnable turned, Consumer<LocalDate> chosen) {
        this.words = words;
        this.turned = turned;
        this.chosen = chosen;
        first = YearMonth.from(from);
        last = YearMonth.from(to);
        month = YearMonth.from(start);
        back = Pieces.iconButton(VaadinIcon.CHEVRON_LEFT, words.text("renewal.month.back"), () -> turn(-1));
        on = Pieces.iconButton(VaadinIcon.CHEVRON_RIGHT, words.text("renewal.month.on"), () -> turn(1));
        title.getElement().setAttribute("role", "status");
        days.addClassName("portico-calendar");
        days.getElement().setAttribute("role", "group");
        content.add(Pieces.row("portico-calendar-head", back, title, on), days);
    }

    Component content() {
        return content;
    }

    YearMonth month() {
        return month;
    }

    void show(Map<LocalDate, RenewalDay> renewals, Optional<LocalDate> selected) {
        String name = Days.month(month);
        title.setText(name);
        days.getElement().setAttribute("aria-label", name);
        back.setEnabled(month.isAfter(first));
        on.setEnabled(month.isBefore(last));
        days.removeAll();
        for (DayOfWeek day : Days.week()) {
            days.add(hidden(Pieces.muted(Days.shortName(day))));
        }
        int before = Days.week().indexOf(month.atDay(1).getDayOfWeek());
        for (int blank = 0; blank < before; blank++) {
            days.add(hidden(new Span()));
        }
        for (LocalDate day = month.atDay(1); YearMonth.from(day).equals(month); day = day.plusDays(1)) {
            RenewalDay something = renewals.get(day);
            days.add(something == null ? empty(day) : full(something, selected.filter(day::equals).isPresent()));
        }
    }

    private Component empty(LocalDate day) {
        Div cell = new Div(hidden(Pieces.muted(Figures.count(day.getDayOfMonth()))));
        cell.addClassName("portico-calendar-day");
        return cell;
    }

    private Component full(RenewalDay day, boolean selected) {
        Span date = new Span(Figures.count(day.day().getDayOfMonth()));
        Span count = new Span(Figures.count(day.renewals()));
        count.addClassName("portico-calendar-count");
        String label = words.text("renewal.day.label", words.day(day.day()), day.renewals(), day.seats());
        Button button = new Button(Pieces.row("portico-calendar-parts", date, count), click -> chosen.accept(day.day()));
        button.addThemeVariants(selected ? ButtonVariant.PRIMARY : ButtonVariant.TERTIARY);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.getElement().setAttribute("aria-pressed", Boolean.toString(selected));
        Div cell = new Div(button);
        cell.addClassName("portico-calendar-day");
        return cell;
    }

    private void turn(int months) {
        month = month.plusMonths(months);
        turned.run();
    }

    private static Component hidden(Component component) {
        component.getElement().setAttribute("aria-hidden", "true");
        return component;
    }
}
