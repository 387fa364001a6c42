package dev.portico.pax8.licensing.desk;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.change.ChangeWords;
import dev.portico.pax8.licensing.change.RequestPieces;
import dev.portico.pax8.licensing.change.ScheduleDialog;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.SeatRequests;
import dev.portico.pax8.texts.RelativeTimes;

/** What the parts of the page work with. */
record Desk(
        SeatRequests requests,
        RequestQueries queries,
        RequestVendors vendors,
        RequestPieces pieces,
        ChangeWords words,
        ScheduleDialog schedule,
        CurrentUser user,
        Messages messages,
        RelativeTimes times) {

    /** Whether the current user decides; no user of a client ever does. */
    boolean decides() {
        return user.may("manage_licensing") && user.client().isEmpty();
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }
}
