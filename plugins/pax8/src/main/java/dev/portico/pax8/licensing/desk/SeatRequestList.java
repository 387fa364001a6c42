package dev.portico.pax8.licensing.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.api.host.Companies;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.requests.RequestFilter;
import dev.portico.pax8.licensing.requests.RequestQueries.Sort;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.look.ListAndDetail;
import dev.portico.pax8.look.ListGrid;
import dev.portico.pax8.look.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of requests of one visit, with the detail beside it. */
final class SeatRequestList {

    private final Desk desk;
    private final ScreenContext context;
    private final Runnable changed;
    private final RequestToolbar toolbar;
    private final ListGrid<SeatRequest> list;
    private final Button approveSelected = new Button();
    private final Div summary = new Div();
    private final Div empty = new Div();
    private final ListAndDetail split;
    private @Nullable RequestDetail detail;
    private List<Object> shown = List.of();

    SeatRequestList(Desk desk, Companies companies, ScreenContext context, Runnable changed) {
        this.desk = desk;
        this.context = context;
        this.changed = changed;
        toolbar = new RequestToolbar(desk, companies, context, this::filterChanged);
        list = new RequestColumns(desk, this::open).grid();
        list.fill(
                (sort, ascending, offset, limit) -> desk.queries().page(
                        toolbar.filter(), sort.map(Sort::valueOf).orElse(Sort.CREATED), ascending, offset, limit),
                () -> desk.queries().count(toolbar.filter()),
                SeatRequest::id);
        configureBulk();
        Div master = new Div(
                toolbar.states(), toolbar.filters(), approveSelected, summary, list.grid(), empty);
        master.addClassName("portico-list");
        split = new ListAndDetail(master, "30rem", desk.text("desk.detail"), context, () -> leaveDetail(this::close));
        context.unsavedWhen(() -> detail != null && detail.isTyped());
        refresh();
        context.parameter("request").flatMap(SeatRequestList::id).flatMap(desk.queries()::find).ifPresent(this::show);
    }

    Component content() {
        return split.content();
    }

    /** Shows what others and the push have changed. */
    void lookAgain() {
        if (detail != null) {
            detail.lookAgain();
        }
        if (!shown.equals(state())) {
            refresh();
        }
    }

    private void configureBulk() {
        approveSelected.addThemeVariants(ButtonVariant.PRIMARY);
        approveSelected.addClickListener(click -> askToApprove());
        approveSelected.setVisible(false);
        if (desk.decides()) {
            list.grid().setSelectionMode(Grid.SelectionMode.MULTI);
            list.grid().addSelectionListener(selection -> {
                int count = selection.getAllSelectedItems().size();
                approveSelected.setVisible(count > 0);
                approveSelected.setText(desk.text("desk.bulk.approve", count));
            });
        }
    }

    private void askToApprove() {
        Set<SeatRequest> selected = list.grid().getSelectedItems();
        long seats = selected.stream().mapToLong(it -> it.wantedSeats() - it.baseSeats()).sum();
        context.confirm(
                desk.text("desk.bulk.title", selected.size()),
                desk.text("desk.bulk.text", selected.size(), desk.words().difference(0, seats)),
                desk.text("desk.bulk.approve", selected.size()),
                () -> approve(selected));
    }

    private void approve(Set<SeatRequest> selected) {
        BulkApproval bulk = new BulkApproval(desk);
        BulkApproval.Outcome outcome = bulk.approve(selected);
        summary.removeAll();
        summary.add(bulk.summary(outcome, summary::removeAll));
        list.grid().deselectAll();
        changedByUser();
        if (detail != null) {
            detail.lookAgain();
        }
    }

    private void open(SeatRequest request) {
        leaveDetail(() -> desk.queries()
                .find(request.id())
                .ifPresentOrElse(this::show, () -> context.notifyProblem(desk.text("desk.gone"))));
    }

    private void show(SeatRequest request) {
        RequestDetail opened = new RequestDetail(desk, context, request, this::changedByUser, () -> leaveDetail(this::close));
        detail = opened;
        split.show(opened.content());
        opened.focus();
        context.rememberParameter("request", Optional.of(request.id().toString()));
    }

    private void close() {
        detail = null;
        split.hide();
        list.grid().focus();
        context.rememberParameter("request", Optional.empty());
    }

    /** Asks before words are lost. */
    private void leaveDetail(Runnable then) {
        if (detail != null && detail.isTyped()) {
            context.confirm(
                    desk.text("desk.discard.title"), desk.text("desk.discard.text"), desk.text("desk.discard"), then);
        } else {
            then.run();
        }
    }

    private void filterChanged() {
        list.grid().deselectAll();
        refresh();
    }

    private void changedByUser() {
        refresh();
        changed.run();
    }

    private void refresh() {
        shown = state();
        toolbar.count();
        list.refresh();
        boolean any = desk.queries().count(toolbar.filter()) > 0;
        list.grid().setVisible(any);
        empty.removeAll();
        if (!any) {
            empty.add(nothing());
        }
    }

    private Component nothing() {
        if (toolbar.isNarrowed()) {
            Button clear = new Button(desk.text("desk.clear"), click -> toolbar.clear());
            return Pieces.emptyState(
                    VaadinIcon.INBOX, desk.text("desk.no-match.title"), desk.text("desk.no-match.text"), clear);
        }
        boolean waiting = toolbar.selected() == Show.WAITING;
        return Pieces.emptyState(
                waiting ? VaadinIcon.CHECK_CIRCLE_O : VaadinIcon.INBOX,
                desk.text(waiting ? "desk.none-waiting.title" : "desk.none.title"),
                desk.text(waiting ? "desk.none-waiting.text" : "desk.none.text"));
    }

    /** Changes whenever anything does that the list may show. */
    private List<Object> state() {
        List<Object> state = new ArrayList<>();
        state.add(desk.queries().count(toolbar.filter()));
        desk.queries().page(RequestFilter.NONE, Sort.CHANGED, false, 0, 1).stream()
                .map(request -> List.of(request.id(), request.version()))
                .forEach(state::add);
        return state;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
