package dev.portico.pax8.licensing.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.pax8.licensing.requests.RequestResult;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.look.Pieces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Approves many requests, each for itself, and tells in one summary what became of them. */
final class BulkApproval {

    private final Desk desk;

    BulkApproval(Desk desk) {
        this.desk = desk;
    }

    Outcome approve(Collection<SeatRequest> selected) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (SeatRequest request : selected) {
            switch (desk.requests().approve(request.id(), request.version(), "")) {
                case RequestResult.Done done -> outcome.approved.add(done.request());
                case RequestResult.Overtaken(SeatRequest now, String reason) ->
                    outcome.overtaken.add(new Told(now, reason));
                case RequestResult.Rebased(SeatRequest now, String reason) ->
                    outcome.rebased.add(new Told(now, reason));
                case RequestResult.Refused(String reason) -> outcome.refused.add(new Told(request, reason));
            }
        }
        return outcome;
    }

    /** The summary: figures, and the reason for each that was not approved. */
    Component summary(Outcome outcome, Runnable close) {
        H3 title = new H3(desk.text("desk.bulk.approved", outcome.approved.size()));
        Div head = Pieces.row(
                "portico-detail-head", title, Pieces.iconButton(VaadinIcon.CLOSE, desk.text("desk.bulk.close"), close));
        Div summary = new Div(head);
        summary.addClassName("portico-summary");
        summary.getElement().setAttribute("role", "status");
        part(summary, "desk.bulk.overtaken", outcome.overtaken);
        part(summary, "desk.bulk.rebased", outcome.rebased);
        part(summary, "desk.bulk.refused", outcome.refused);
        return summary;
    }

    private void part(Div summary, String key, List<Told> requests) {
        if (requests.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        requests.forEach(told -> list.add(new ListItem(Pieces.twoLines(
                new Span(desk.text(
                        "desk.named",
                        Long.toString(told.request.number()),
                        told.request.productName(),
                        told.request.companyName())),
                Pieces.muted(told.reason)))));
        summary.add(new Span(desk.text(key, requests.size())), list);
    }

    /** What became of each. */
    record Outcome(List<SeatRequest> approved, List<Told> overtaken, List<Told> rebased, List<Told> refused) {}

    /** A request that was not approved, and why. */
    record Told(SeatRequest request, String reason) {}
}
