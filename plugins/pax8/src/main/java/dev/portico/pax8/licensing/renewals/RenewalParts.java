package dev.portico.pax8.licensing.renewals;

import dev.portico.api.host.Companies;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.texts.RelativeTimes;

/** What the page of renewals works with. */
record RenewalParts(
        Renewals renewals, RenewalWords words, Companies companies, SyncSummary summary, RelativeTimes times) {

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }
}
