package dev.portico.pax8.licensing.productrequests;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.Messages;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.catalog.ClientCatalog;
import dev.portico.pax8.licensing.catalog.ClientProduct;
import dev.portico.pax8.licensing.productrequests.ProductRequest.State;
import dev.portico.pax8.licensing.productrequests.ProductRequestFilter.Sort;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes, answers and reads wishes for products. Reading needs {@code read_licensing} and reaches companies that the
 * user may see; client users with {@code write_licensing} ask, and only for products that are visible to them; staff
 * with {@code manage_licensing} answers.
 */
public final class ProductRequests {

    /** The longest note and answer, in characters. */
    public static final int LONGEST_TEXT = 1000;

    private static final ProductRequestFilter OPEN = new ProductRequestFilter("", Set.of(State.OPEN));

    private final ProductRequestStore store;
    private final ClientCatalog catalog;
    private final CurrentUser user;
    private final ProductRequestNews news;
    private final Messages messages;
    private final Clock clock;

    ProductRequests(
            ProductRequestStore store,
            ClientCatalog catalog,
            CurrentUser user,
            ProductRequestNews news,
            Messages messages,
            Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.user = user;
        this.news = news;
        this.messages = messages;
        this.clock = clock;
    }

    /** Part of those that match. */
    public List<ProductRequest> page(ProductRequestFilter filter, Sort sort, boolean ascending, int offset, int limit) {
        return store.page(filter, readable(), sort, ascending, offset, limit);
    }

    /** How many match. */
    public long count(ProductRequestFilter filter) {
        return store.count(filter, readable());
    }

    /** How many wait for an answer. */
    public long waiting() {
        return count(OPEN);
    }

    /** Products that the client whose user this is has asked for and waits for. */
    public Set<UUID> askedFor() {
        return user.client()
                .map(company -> store.openProducts(company, readable()))
                .orElse(Set.of());
    }

    /** Whether the current user may ask. */
    public boolean mayAsk() {
        return user.client().isPresent() && user.may("write_licensing");
    }

    /** Whether the current user may answer. */
    public boolean mayAnswer() {
        return user.client().isEmpty() && user.may("manage_licensing");
    }

    /** Asks for a product on behalf of the client whose user this is. */
    public ProductRequestResult ask(UUID productId, long seats, String note) {
        user.require("write_licensing");
        UUID company = user.client().orElseThrow(() -> new PermissionDenied("write_licensing"));
        Optional<ClientProduct> product = catalog.find(productId);
        if (product.isEmpty()) {
            return refused("wish.refused.gone");
        }
        if (seats < 1) {
            return refused("wish.refused.seats");
        }
        if (note.length() > LONGEST_TEXT) {
            return refused("wish.refused.long", LONGEST_TEXT);
        }
        return store.add(company, product.get(), seats, note.strip(), user.name(), clock.instant())
                .<ProductRequestResult>map(request -> {
                    news.made(request);
                    return new ProductRequestResult.Done(request);
                })
                .orElseGet(() -> refused("wish.refused.open", product.get().name()));
    }

    /** Takes an open one back; by a user of the client. */
    public ProductRequestResult cancel(UUID id, int version) {
        user.require("write_licensing");
        return close(id, version, State.CANCELLED, "");
    }

    /** Answers an open one: it is done, or it is declined. */
    public ProductRequestResult answer(UUID id, int version, boolean done, String words) {
        user.require("manage_licensing");
        if (user.client().isPresent()) {
            throw new PermissionDenied("manage_licensing");
        }
        if (words.length() > LONGEST_TEXT) {
            return refused("wish.refused.long", LONGEST_TEXT);
        }
        return close(id, version, done ? State.DONE : State.DECLINED, words.strip());
    }

    private ProductRequestResult close(UUID id, int version, State state, String answer) {
        Optional<ProductRequest> known = store.find(id, user.companies());
        if (known.isEmpty()) {
            return refused("wish.refused.unknown");
        }
        Optional<ProductRequest> closed = store.close(id, version, state, answer, user.name(), clock.instant());
        if (closed.isPresent()) {
            news.closed(closed.get());
            return new ProductRequestResult.Done(closed.get());
        }
        ProductRequest now = store.find(id, user.companies()).orElseThrow();
        String how = now.state().name().toLowerCase(Locale.ROOT);
        return new ProductRequestResult.Overtaken(now, messages.text("wish.overtaken." + how, now.answeredBy()));
    }

    private CompanyScope readable() {
        user.require("read_licensing");
        return user.companies();
    }

    private ProductRequestResult refused(String key, Object... arguments) {
        return new ProductRequestResult.Refused(messages.text(key, arguments));
    }
}
