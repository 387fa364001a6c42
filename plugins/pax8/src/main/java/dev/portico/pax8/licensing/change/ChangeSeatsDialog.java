package dev.portico.pax8.licensing.change;

import com.vaadin.flow.component.HasComponents;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequests;
import dev.portico.pax8.licensing.requests.SubscriptionOutOfSight;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/** Opens the dialog in which a client asks for another number of seats, or staff changes it. One bean for all users. */
public final class ChangeSeatsDialog {

    private final SeatRequests requests;
    private final CurrentUser user;
    private final ChangeWords words;
    private final Messages messages;
    private final Clock clock;

    ChangeSeatsDialog(SeatRequests requests, CurrentUser user, ChangeWords words, Messages messages, Clock clock) {
        this.requests = requests;
        this.user = user;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether the current user may ask at all; whether for a certain subscription is said while asking. */
    public boolean mayAsk() {
        return user.may("write_licensing");
    }

    /**
     * Opens it.
     *
     * @param place the content of the page, so that the dialog goes with it
     * @param made called once a request was made; the user has been told by then
     */
    public void open(Subject subject, HasComponents place, ScreenContext context, Consumer<SeatRequest> made) {
        String title = messages.text(user.client().isPresent() ? "change.title.ask" : "change.title.decide");
        try {
            new ChangeSeatsForm(requests, words, messages, clock, subject, title, context, made).openIn(place);
        } catch (SubscriptionOutOfSight gone) {
            context.notifyProblem(gone.getMessage());
        }
    }

    /**
     * What is to be changed.
     *
     * @param subscriptionId at Pax8
     * @param company empty where everything on the page belongs to one company
     * @param seats as the user sees them
     */
    public record Subject(UUID subscriptionId, String product, String company, long seats) {}
}
