package dev.portico.pax8.licensing.desk;

import com.vaadin.flow.component.Component;
import dev.portico.pax8.licensing.requests.Preview;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SubscriptionOutOfSight;
import dev.portico.pax8.look.Pieces;
import java.util.ArrayList;
import java.util.List;

/** What holds at Pax8 now for a request that was not sent yet, as far as it is known here. */
final class Outlook {

    private final Desk desk;

    Outlook(Desk desk) {
        this.desk = desk;
    }

    /** Lines for the detail; none for users who decide nothing. */
    List<Component> of(SeatRequest request) {
        List<Component> lines = new ArrayList<>();
        if (!desk.decides()) {
            return lines;
        }
        try {
            Preview now = desk.requests().preview(request.subscriptionId(), request.wantedSeats());
            if (now.current() != request.baseSeats()) {
                lines.add(Pieces.warning(desk.text("desk.moved", now.current(), request.baseSeats())));
            }
            lines.add(desk.words()
                    .possibility(now.possibility())
                    .<Component>map(Pieces::warning)
                    .orElseGet(() -> Pieces.muted(desk.text("desk.possible"))));
        } catch (SubscriptionOutOfSight gone) {
            lines.add(Pieces.problem(gone.getMessage()));
        }
        return lines;
    }
}
