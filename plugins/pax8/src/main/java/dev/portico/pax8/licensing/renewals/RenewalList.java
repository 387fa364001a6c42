package dev.portico.pax8.licensing.renewals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.renewals.Renewal.Answer;
import dev.portico.pax8.licensing.renewals.RenewalFilter.Sort;
import dev.portico.pax8.licensing.requests.RequestResult;
import dev.portico.pax8.look.ListGrid;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.Figures;
import java.util.Optional;
import java.util.function.Supplier;

/** The renewals one below the other, with what can be done about each. */
final class RenewalList {

    private final RenewalParts parts;
    private final ScreenContext context;
    private final Runnable changed;
    private final ListGrid<Renewal> list;

    RenewalList(RenewalParts parts, Supplier<RenewalFilter> filter, ScreenContext context, Runnable changed) {
        this.parts = parts;
        this.context = context;
        this.changed = changed;
        list = new ListGrid<>(parts.text("renewal.title"), this::item);
        list.column(parts.text("renewal.day-column"), Sort.DAY, renewal -> Pieces.twoLines(
                        new Span(parts.words().day(renewal.day())), Pieces.muted(parts.words().in(renewal))))
                .setFlexGrow(0)
                .setWidth("9.5rem");
        list.column(parts.text("licensing.product"), Sort.PRODUCT, renewal -> Pieces.twoLines(
                        new Span(renewal.product()), Pieces.muted(renewal.vendor())))
                .setFlexGrow(4)
                .setWidth("9.5rem");
        list.column(parts.text("licensing.company"), Sort.COMPANY, renewal -> new Span(renewal.company()))
                .setFlexGrow(3)
                .setWidth("8rem");
        list.numbers(parts.text("licensing.seats"), Sort.SEATS, renewal -> Figures.count(renewal.seats()))
                .setWidth("6rem");
        if (parts.renewals().manages()) {
            list.numbers(parts.text("renewal.stake"), Sort.STAKE, this::stake).setWidth("8.5rem");
        }
        list.column(parts.text("renewal.answer"), Sort.ANSWER, this::answer).setFlexGrow(1).setWidth("8.5rem");
        if (parts.renewals().manages()) {
            list.actions("10.5rem", this::actions);
        }
        list.fill(
                (sort, ascending, offset, limit) -> parts.renewals()
                        .page(
                                filter.get(),
                                sort.map(Sort::valueOf).orElse(Sort.DAY),
                                sort.isEmpty() || ascending,
                                offset,
                                limit),
                () -> parts.renewals().count(filter.get()),
                Renewal::key);
    }

    Grid<Renewal> grid() {
        return list.grid();
    }

    void refresh() {
        list.refresh();
    }

    void compact(boolean narrow) {
        list.compact(narrow);
    }

    private Component item(Renewal renewal) {
        return Pieces.twoLines(
                Pieces.row(
                        "portico-item-line",
                        new Span(renewal.product()),
                        new Span(parts.words().day(renewal.day()))),
                Pieces.row("portico-item-line", Pieces.muted(renewal.company()), answer(renewal)));
    }

    private String stake(Renewal renewal) {
        return renewal.stake().map(parts.words()::stake).orElseGet(() -> parts.text("licensing.cost-unknown"));
    }

    private Component answer(Renewal renewal) {
        Badge badge = Pieces.badge(parts.words().answer(renewal), variants(renewal));
        return renewal.openRequest()
                ? Pieces.twoLines(badge, Pieces.muted(parts.text("renewal.requested")))
                : badge;
    }

    private static BadgeVariant[] variants(Renewal renewal) {
        return renewal.answer()
                .map(answer -> switch (answer.answer()) {
                    case ASKED -> new BadgeVariant[0];
                    case KEEP -> new BadgeVariant[] {BadgeVariant.SUCCESS};
                    case REDUCE -> new BadgeVariant[] {BadgeVariant.WARNING};
                    case CANCEL -> new BadgeVariant[] {BadgeVariant.ERROR};
                })
                .orElseGet(() -> new BadgeVariant[] {BadgeVariant.WARNING});
    }

    private Component actions(Renewal renewal) {
        Div actions = Pieces.row("portico-row-actions");
        next(renewal).ifPresent(actions::add);
        renewal.productId().ifPresent(product -> actions.add(Pieces.iconButton(
                renewal.muted() ? VaadinIcon.BELL : VaadinIcon.BELL_SLASH,
                parts.text(renewal.muted() ? "renewal.unmute" : "renewal.mute", renewal.product()),
                () -> mute(renewal, !renewal.muted()))));
        return actions;
    }

    /** The step that comes next, if it is the staff's turn and one is known. */
    private Optional<Button> next(Renewal renewal) {
        Optional<RenewalAnswer> answer = renewal.answer().map(Answer::answer);
        if (answer.isEmpty() || answer.get() == RenewalAnswer.ASKED) {
            String verb = answer.isEmpty() ? "renewal.ask" : "renewal.remind";
            return Optional.of(button(verb, renewal, () -> ask(renewal)));
        }
        return answer.get() == RenewalAnswer.REDUCE && !renewal.openRequest()
                ? Optional.of(button("renewal.schedule", renewal, () -> schedule(renewal)))
                : Optional.empty();
    }

    private Button button(String verb, Renewal renewal, Runnable act) {
        Button button = new Button(parts.text(verb), click -> act.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        // why: the browser itself blocks the second click of a double click
        button.setDisableOnClick(true);
        button.setAriaLabel(parts.text("renewal.verb-of", parts.text(verb), renewal.product(), renewal.company()));
        return button;
    }

    private void ask(Renewal renewal) {
        if (parts.renewals().ask(renewal.key())) {
            context.notify(parts.text("renewal.asked", renewal.company()));
        } else {
            context.notifyProblem(parts.text("renewal.not-asked"));
        }
        changed.run();
    }

    private void schedule(Renewal renewal) {
        switch (parts.renewals().schedule(renewal, parts.text("renewal.note"))) {
            case RequestResult.Done done ->
                context.notify(parts.text("renewal.scheduled", Long.toString(done.request().number())));
            case RequestResult.Refused refused -> context.notifyProblem(refused.reason());
            case RequestResult.Overtaken overtaken -> context.notifyProblem(overtaken.reason());
            case RequestResult.Rebased rebased -> context.notifyProblem(rebased.reason());
        }
        changed.run();
    }

    private void mute(Renewal renewal, boolean mute) {
        renewal.productId().ifPresent(product -> {
            if (mute) {
                parts.renewals().mute(product, renewal.product());
                context.notifyWithUndo(parts.text("renewal.muted", renewal.product()), () -> mute(renewal, false));
            } else {
                parts.renewals().unmute(product, renewal.product());
                context.notify(parts.text("renewal.unmuted", renewal.product()));
            }
        });
        changed.run();
    }
}
