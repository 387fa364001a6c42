package dev.portico.pax8.licensing.requests;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.licensing.requests.SeatRequest.Money;
import dev.portico.pax8.licensing.settings.LicensingSettings;
import java.util.Optional;

/** What the current user may do with requests. Users of a client never decide and never see what seats cost the MSP. */
final class Acting {

    private final CurrentUser user;

    Acting(CurrentUser user) {
        this.user = user;
    }

    String name() {
        return user.name();
    }

    CurrentUser.CompanyScope companies() {
        return user.companies();
    }

    /** A user of a client company. */
    boolean isClient() {
        return user.client().isPresent();
    }

    /** Staff that may decide. */
    boolean decides() {
        return user.may("manage_licensing") && !isClient();
    }

    void mustRead() {
        user.require("read_licensing");
    }

    void mustAsk() {
        user.require("write_licensing");
    }

    void mustDecide() {
        if (!decides()) {
            throw new PermissionDenied("manage_licensing");
        }
    }

    /** What the user may know of what a seat costs. */
    Money visible(Money money, LicensingSettings settings) {
        boolean price = decides() || isClient() && settings.clientsSeePrices();
        return new Money(
                money.billingTerm(),
                price ? money.price() : Optional.empty(),
                decides() ? money.cost() : Optional.empty(),
                price ? money.currency() : "");
    }

    /** The request as far as the user may know it. */
    SeatRequest visible(SeatRequest request, LicensingSettings settings) {
        return request.with(visible(request.money(), settings));
    }
}
