package dev.portico.pax8.partner;

import dev.portico.api.Secret;
import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import dev.portico.pax8.partner.PartnerJson.ListAnswer;
import dev.portico.pax8.partner.PartnerJson.PageInfo;
import dev.portico.pax8.partner.PartnerPricing.PricingAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.ObjectReader;

/**
 * Pax8's Partner API, as far as the portal uses it.
 *
 * <p>Every method may throw {@link PartnerFault} (later), {@link PartnerRefusal} (never) or {@link ReconnectRequired}
 * (after an administrator connected again), and {@link InterruptedException} when its job is cancelled.
 */
public final class PartnerClient {

    /** The most that Pax8 documents. */
    private static final int PAGE_SIZE = 200;

    private final Calls calls;
    private final AccessTokens tokens;
    private final PartnerSettings settings;
    private final PartnerJson json;
    private final Messages messages;
    private final Patience patience;

    PartnerClient(
            Calls calls,
            AccessTokens tokens,
            PartnerSettings settings,
            PartnerJson json,
            Messages messages,
            Patience patience) {
        this.calls = calls;
        this.tokens = tokens;
        this.settings = settings;
        this.json = json;
        this.messages = messages;
        this.patience = patience;
    }

    /** The same client for calls on which a person waits: it gives up soon. */
    public PartnerClient forAPerson() {
        return new PartnerClient(calls, tokens, settings, json, messages, patience.ofAPerson());
    }

    /** The same client with a token that is not stored yet; a refused token is not renewed. */
    public PartnerClient with(Secret token) {
        return new PartnerClient(calls, new UnstoredToken(token, messages), settings, json, messages, patience);
    }

    /** All companies of the partner. */
    public PageWalk<PartnerCompany> companies() {
        return walk("/v1/companies", "name,asc", "", PartnerCompany.class);
    }

    /** The first companies only: proves that the connection works and shows whose account it is. */
    public List<PartnerCompany> firstCompanies(int most) throws InterruptedException {
        return page("/v1/companies?page=0&size=" + most, 0, json.listReader(PartnerCompany.class), PartnerCompany.class)
                .content();
    }

    /** All listed products; subscriptions may refer to others, see {@link #product}. */
    public PageWalk<PartnerProduct> products() {
        return walk("/v1/products", "name,asc", "", PartnerProduct.class);
    }

    /** One product, listed or not; empty if Pax8 does not know it. */
    public Optional<PartnerProduct> product(UUID id) throws InterruptedException {
        return find("/v1/products/" + id, PartnerProduct.class);
    }

    /** The commitments a product is sold with; empty if Pax8 does not know it. */
    public Optional<PartnerDependencies> dependencies(UUID product) throws InterruptedException {
        return find("/v1/products/" + product + "/dependencies", PartnerDependencies.class);
    }

    /**
     * What a product costs, in every way it is sold; empty if Pax8 does not know it.
     *
     * @param company for whom; its prices may differ from those for all
     */
    public Optional<List<PartnerPricing>> pricing(UUID product, Optional<UUID> company) throws InterruptedException {
        String filter = company.map(id -> "?companyId=" + id).orElse("");
        return find("/v1/products/" + product + "/pricing" + filter, PricingAnswer.class).map(PricingAnswer::prices);
    }

    /** All subscriptions of all companies. */
    public PageWalk<PartnerSubscription> subscriptions() {
        return walk("/v1/subscriptions", "createdDate,asc", "", PartnerSubscription.class);
    }

    /** All subscriptions of one company. */
    public PageWalk<PartnerSubscription> subscriptions(UUID companyId) {
        return walk("/v1/subscriptions", "createdDate,asc", "&companyId=" + companyId, PartnerSubscription.class);
    }

    /** One subscription; empty if Pax8 does not know it. */
    public Optional<PartnerSubscription> subscription(UUID id) throws InterruptedException {
        return find("/v1/subscriptions/" + id, PartnerSubscription.class);
    }

    /**
     * Changes the seats of a subscription. The call goes out once at most: nobody but the caller, who has read how it
     * stands, can tell whether to send it again.
     *
     * @param seats the new total
     * @param still asked right before it goes out, when nothing is left to wait for; {@code false} keeps it back
     */
    public SeatAnswer changeSeats(UUID id, long seats, BooleanSupplier still) throws InterruptedException {
        Secret token = tokens.token();
        Optional<Answer<PartnerSubscription>> answer = calls.putOnce(
                URI.create(settings.apiUrl() + "/v1/subscriptions/" + id),
                token,
                json.write(Map.of("quantity", seats)),
                json.reader(PartnerSubscription.class),
                still);
        return switch (answer.orElse(null)) {
            case null -> new SeatAnswer.NotSent();
            case Answer.Good<PartnerSubscription> good -> new SeatAnswer.Accepted();
            case Answer.Refused<PartnerSubscription> refused when refused.status() == 401 -> {
                tokens.renew(token);
                yield new SeatAnswer.NotNow(messages.text("partner.token-expired"), Optional.empty());
            }
            case Answer.Refused<PartnerSubscription> refused ->
                new SeatAnswer.Refused(refused.status(), refusal(refused).getMessage());
            case Answer.Unavailable<PartnerSubscription>(PartnerFault fault, Optional<Duration> wait, boolean notDone) ->
                notDone
                        ? new SeatAnswer.NotNow(fault.getMessage(), wait)
                        : new SeatAnswer.Unclear(fault.getMessage());
        };
    }

    /** The usage of a subscription in the current month. */
    public PageWalk<UsageSummary> usageSummaries(UUID subscriptionId) {
        return walk("/v1/subscriptions/" + subscriptionId + "/usage-summaries", "resourceGroup,asc", "", UsageSummary.class);
    }

    private <T extends PartnerRow> PageWalk<T> walk(String path, String sort, String filter, Class<T> row) {
        ObjectReader reader = json.listReader(row);
        String start = path + "?size=" + PAGE_SIZE + "&sort=" + sort + filter + "&page=";
        return new PageWalk<>(number -> page(start + number, number, reader, row));
    }

    private <T extends PartnerRow> PartnerPage<T> page(String path, int number, ObjectReader reader, Class<T> row)
            throws InterruptedException {
        ListAnswer<T> answer = switch (this.<ListAnswer<T>>get(path, reader)) {
            case Answer.Good<ListAnswer<T>>(ListAnswer<T> value) -> value;
            case Answer.Refused<ListAnswer<T>> refused -> throw refusal(refused);
            case Answer.Unavailable<ListAnswer<T>> unavailable -> throw unavailable.fault();
        };
        PageInfo page = answer.page();
        if (page == null || page.totalPages() == null || page.totalElements() == null) {
            // why: to go on would mean to take the first page for all of the list
            throw new PartnerFault(messages.text("partner.fault.envelope"), null);
        }
        if (page.number() != null && page.number() != number) {
            throw new PartnerFault(messages.text("partner.fault.page", number, page.number()), null);
        }
        List<T> rows = answer.content() == null
                ? List.of()
                : answer.content().stream()
                        .filter(Objects::nonNull)
                        .filter(each -> each.id() != null)
                        .toList();
        return new PartnerPage<>(number, page.totalPages(), page.totalElements(), rows);
    }

    private <T> Optional<T> find(String path, Class<T> type) throws InterruptedException {
        return switch (this.<T>get(path, json.reader(type))) {
            case Answer.Good<T>(T value) -> Optional.of(value);
            case Answer.Refused<T>(int status, String words) when status == 404 -> Optional.empty();
            case Answer.Refused<T> refused -> throw refusal(refused);
            case Answer.Unavailable<T> unavailable -> throw unavailable.fault();
        };
    }

    private <T> Answer<T> get(String path, ObjectReader reader) throws InterruptedException {
        URI address = URI.create(settings.apiUrl() + path);
        Secret token = tokens.token();
        Answer<T> answer = calls.get(address, token, reader, patience);
        if (!isUnauthorized(answer)) {
            return answer;
        }
        answer = calls.get(address, tokens.renew(token), reader, patience);
        if (isUnauthorized(answer)) {
            throw new ReconnectRequired(messages.text("partner.token-refused"));
        }
        return answer;
    }

    private static boolean isUnauthorized(Answer<?> answer) {
        return answer instanceof Answer.Refused<?> refused && refused.status() == 401;
    }

    private PartnerRefusal refusal(Answer.Refused<?> refused) {
        String key = switch (refused.status()) {
            case 403 -> "partner.refusal.forbidden";
            case 301, 302, 303, 307, 308 -> "partner.refusal.redirect";
            default -> "partner.refusal";
        };
        String words = refused.words().isEmpty() ? "" : messages.text("partner.words", refused.words());
        return new PartnerRefusal(refused.status(), messages.text(key, refused.status(), words));
    }
}
