package dev.portico.pax8.licensing.portal;

import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.catalog.ClientCatalog;
import dev.portico.pax8.licensing.change.ChangeSeatsDialog;
import dev.portico.pax8.licensing.change.ChangeWords;
import dev.portico.pax8.licensing.change.RequestPieces;
import dev.portico.pax8.licensing.change.ScheduleDialog;
import dev.portico.pax8.licensing.productrequests.ProductRequestScreens;
import dev.portico.pax8.licensing.productrequests.ProductRequests;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.requests.SeatRequests;
import dev.portico.pax8.licensing.settings.SettingsStore;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.texts.RelativeTimes;

/** What the pages of clients work with. */
record Mine(
        MyLicenses licenses,
        SeatRequests requests,
        RequestQueries queries,
        ClientCatalog catalog,
        ProductRequests products,
        ProductRequestScreens productScreens,
        ChangeSeatsDialog changeSeats,
        ScheduleDialog schedule,
        RequestPieces pieces,
        ChangeWords words,
        SettingsStore settings,
        SyncSummary summary,
        Messages messages,
        RelativeTimes times) {

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** Whether the MSP shows its clients what seats cost them. */
    boolean showsPrices() {
        return settings.now().clientsSeePrices();
    }
}
