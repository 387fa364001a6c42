package dev.portico.pax8.licensing.terms;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.Messages;
import dev.portico.api.host.OAuthConnection.ReconnectRequired;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.licensing.settings.SettingsStore;
import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.PartnerPricing;
import dev.portico.pax8.partner.PartnerProblem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Prices of products: those that are kept here, and those that Pax8 tells now. Needs {@code read_licensing}. What the
 * MSP pays is told only with {@code manage_licensing}; what a customer pays also to users of a client if the MSP shows
 * prices.
 */
public final class Prices {

    private final TermsStore store;
    private final PartnerClient partner;
    private final Pax8Connection connection;
    private final SettingsStore settings;
    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Messages messages;

    Prices(
            TermsStore store,
            PartnerClient partner,
            Pax8Connection connection,
            SettingsStore settings,
            JdbcClient jdbc,
            CurrentUser user,
            Messages messages) {
        this.store = store;
        this.partner = partner;
        this.connection = connection;
        this.settings = settings;
        this.jdbc = jdbc;
        this.user = user;
        this.messages = messages;
    }

    /**
     * What so many seats of a product cost by the prices that are kept here.
     *
     * @param billingTerm such as Monthly
     * @param commitmentTerm such as 1-Year; empty without a commitment
     * @return empty if no such price is kept, or if the user may know neither price nor cost
     */
    public Optional<SeatPrice> of(UUID product, String billingTerm, String commitmentTerm, long seats) {
        user.require("read_licensing");
        boolean cost = user.may("manage_licensing");
        boolean retail = cost || (user.client().isPresent() && settings.now().clientsSeePrices());
        if (!retail || seats <= 0) {
            return Optional.empty();
        }
        return store.prices(product).stream()
                .filter(line -> line.billingTerm().equalsIgnoreCase(billingTerm))
                .filter(line -> line.commitmentTerm().equalsIgnoreCase(commitmentTerm))
                .findFirst()
                .map(line -> new SeatPrice(seats, line.retail(seats), cost ? line.cost(seats) : Optional.empty()));
    }

    /** Every way in which the product is sold, as it is kept here; needs {@code manage_licensing}. */
    public List<PriceLine> kept(UUID product) {
        user.require("manage_licensing");
        return store.prices(product);
    }

    /** Asks Pax8 now what the product costs in general, and keeps it; needs {@code manage_licensing}. */
    public LivePrice fetch(UUID product) {
        user.require("manage_licensing");
        return ask(product, Optional.empty(), pricing -> store.writePrices(product, pricing));
    }

    /**
     * Asks Pax8 now what the product costs for one company; needs {@code manage_licensing}.
     *
     * @param portalCompany a company of the portal
     */
    public LivePrice fetch(UUID product, UUID portalCompany) {
        user.require("manage_licensing");
        Optional<UUID> company = mayBeSeen(portalCompany) ? mapped(portalCompany) : Optional.empty();
        return company.isEmpty() ? new LivePrice.NoCompany() : ask(product, company, pricing -> {});
    }

    private LivePrice ask(UUID product, Optional<UUID> company, Keep keep) {
        Optional<String> obstacle = connection.obstacle();
        if (obstacle.isPresent()) {
            return new LivePrice.Problem(obstacle.get());
        }
        try {
            Optional<List<PartnerPricing>> pricing = partner.forAPerson().pricing(product, company);
            if (pricing.isEmpty()) {
                return new LivePrice.Problem(messages.text("terms.unknown-product"));
            }
            keep.keep(pricing.get());
            return new LivePrice.Found(TermsStore.lines(pricing.get()));
        } catch (ReconnectRequired refused) {
            connection.reconnectNeeded(refused.getMessage());
            return new LivePrice.Problem(refused.getMessage());
        } catch (PartnerProblem problem) {
            return new LivePrice.Problem(problem.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new LivePrice.Problem(messages.text("connection.interrupted"));
        }
    }

    private boolean mayBeSeen(UUID portalCompany) {
        return switch (user.companies()) {
            case CompanyScope.All() -> true;
            case CompanyScope.Only(var ids) -> ids.contains(portalCompany);
        };
    }

    private Optional<UUID> mapped(UUID portalCompany) {
        return jdbc.sql("select pax8_company_id from company_mapping where portal_company_id = ?")
                .param(portalCompany)
                .query(UUID.class)
                .optional();
    }

    private interface Keep {

        void keep(List<PartnerPricing> pricing);
    }
}
