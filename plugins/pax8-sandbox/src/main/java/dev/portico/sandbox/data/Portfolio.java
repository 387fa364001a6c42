package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Everything the invented partner has at Pax8. Safe for many threads; lists that it returns never change. */
@Component
public class Portfolio {

    private final DataSettings settings;
    private final Clock clock;
    private final List<Product> products;
    private final Map<String, Product> productsById = new HashMap<>();
    private final List<Catalog.Weighted> used;

    private List<Company> companies = List.of();
    private List<Subscription> subscriptions = List.of();
    private final Map<String, Company> companiesById = new HashMap<>();
    private final Map<String, Integer> placeOfSubscription = new HashMap<>();
    private final Map<String, List<Subscription>> earlier = new HashMap<>();
    private final Set<String> bought = new HashSet<>();
    private int added;

    Portfolio(DataSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        Catalog catalog = new Catalog(settings.productCount());
        products = List.copyOf(catalog.listed());
        used = catalog.used();
        products.forEach(product -> productsById.put(product.id(), product));
        used.forEach(entry -> productsById.put(entry.product().id(), entry.product()));
        reset();
    }

    /** Everything as at the start, on today's date. */
    public synchronized void reset() {
        CompanyMaker maker = new CompanyMaker();
        List<Firms.Pairing> firms = new Firms(settings.size().companies()).atPax8();
        List<Company> clients = new ArrayList<>(firms.size());
        for (Firms.Pairing firm : firms) {
            clients.add(maker.company(firm, clients.size()));
        }
        SubscriptionMaker shop = new SubscriptionMaker(clients, used, LocalDate.now(clock));
        List<Subscription> sold = new ArrayList<>(settings.size().subscriptions());
        for (int i = 0; i < settings.size().subscriptions(); i++) {
            sold.add(shop.subscription(i));
        }
        earlier.clear();
        bought.clear();
        added = 0;
        keep(clients, sold);
    }

    /** Companies of every status, in a stable order. */
    public synchronized List<Company> companies() {
        return companies;
    }

    /** One company, if it is this partner's. */
    public synchronized Optional<Company> company(String id) {
        return Optional.ofNullable(companiesById.get(id));
    }

    /** Products in the list. Some that subscriptions refer to are missing, see {@link #product}. */
    public List<Product> products() {
        return products;
    }

    /** One product, also one that the list lacks. */
    public Optional<Product> product(String id) {
        return Optional.ofNullable(productsById.get(id));
    }

    /** The commitments a product is sold with; empty for what is sold without. */
    public List<CommitmentRule> commitments(Product product) {
        return CommitmentRules.of(product);
    }

    /** What the vendor allows in the commitment of a subscription; empty if it has none. */
    public Optional<CommitmentRule> rule(Subscription subscription) {
        Commitment commitment = subscription.commitment();
        return commitment == null ? Optional.empty() : CommitmentRules.of(productsById.get(subscription.productId()), commitment.term());
    }

    /** What a product costs; for a client in the currency of its country. */
    public List<Price> prices(Product product, @Nullable Company client) {
        return PriceList.of(product, client == null ? null : Country.valueOf(client.country()));
    }

    /** What the vendor wants to know before it provisions a product. */
    public List<ProvisionDetail> provisionDetails(Product product) {
        return ProvisionDetails.of(product);
    }

    /** The products of which one must be there before the given one can be used; empty for what stands alone. */
    public List<Product> requirements(Product product) {
        boolean addOn = product.microsoft() && (product.name().contains("Add-on") || product.name().contains("Copilot"));
        return !addOn ? List.of() : used.stream().map(Catalog.Weighted::product)
                .filter(other -> other.listed() && other.microsoft() && other.name().startsWith("Microsoft 365 Business")).toList();
    }

    /** Subscriptions of every status, in a stable order; call {@link Subscription#at} before showing one. */
    public synchronized List<Subscription> subscriptions() {
        return subscriptions;
    }

    /** One subscription as it stands now. */
    public synchronized Optional<Subscription> subscription(String id) {
        Integer place = placeOfSubscription.get(id);
        return place == null ? Optional.empty() : Optional.of(subscriptions.get(place).at(clock.instant()));
    }

    /** The states of a subscription, newest first, beginning with the current one. */
    public synchronized List<Subscription> history(Subscription of) {
        // why: it may have changed since the caller has read it
        Subscription current = subscription(of.id()).orElse(of);
        List<Subscription> states = new ArrayList<>(List.of(current));
        states.addAll(earlier.getOrDefault(current.id(), List.of()));
        if (!bought.contains(current.id())) {
            states.addAll(History.before(states.getLast()));
        }
        return states;
    }

    /**
     * Changes a subscription and keeps its former state in the history. One change at a time: the given function sees what every
     * earlier one has left, and may refuse by throwing.
     *
     * @return the new state, or nothing if there is no such subscription
     */
    public synchronized Optional<Subscription> change(String id, UnaryOperator<Subscription> change) {
        return subscription(id).map(current -> {
            Subscription changed = change.apply(current);
            List<Subscription> before = earlier.computeIfAbsent(id, key -> new ArrayList<>());
            before.addFirst(current);
            if (current.accepted() != current.quantity()) {
                // why: what was accepted and then overtaken before the vendor had carried it out was a change all the same
                before.addFirst(current.with(current.accepted(), current.status(), current.updated(), null));
            }
            List<Subscription> next = new ArrayList<>(subscriptions);
            next.set(placeOfSubscription.get(id), changed);
            subscriptions = List.copyOf(next);
            return changed;
        });
    }

    /** Adds subscriptions that were just sold. */
    synchronized void add(List<Subscription> sold) {
        List<Subscription> next = new ArrayList<>(subscriptions);
        next.addAll(sold);
        keep(companies, next);
        // why: what was just bought has no past that History could make up
        sold.forEach(one -> bought.add(one.id()));
    }

    /** Adds an active company without subscriptions. */
    public synchronized Company addCompany(String name, String city, String country, @Nullable String website) {
        Instant now = clock.instant();
        Company company = new Company(Ids.of("added-company", name + "/" + ++added + "/" + now), name, added + " Example St", city, "", "00000",
                country, null, website, null, false, false, false, "Active", now);
        List<Company> next = new ArrayList<>(companies);
        next.add(company);
        keep(next, subscriptions);
        return company;
    }

    /**
     * Removes a company and its subscriptions.
     *
     * @return whether there was such a company
     */
    public synchronized boolean removeCompany(String id) {
        boolean known = companiesById.containsKey(id);
        keep(companies.stream().filter(company -> !company.id().equals(id)).toList(),
                subscriptions.stream().filter(subscription -> !subscription.companyId().equals(id)).toList());
        return known;
    }

    /** This month's usage of a usage-based subscription; empty for any other. */
    public List<UsageSummary> usage(Subscription subscription) {
        return Usage.of(subscription, productsById.get(subscription.productId()));
    }

    private void keep(List<Company> newCompanies, List<Subscription> newSubscriptions) {
        companies = List.copyOf(newCompanies);
        subscriptions = List.copyOf(newSubscriptions);
        companiesById.clear();
        companies.forEach(company -> companiesById.put(company.id(), company));
        placeOfSubscription.clear();
        for (int i = 0; i < subscriptions.size(); i++) {
            placeOfSubscription.put(subscriptions.get(i).id(), i);
        }
    }
}
