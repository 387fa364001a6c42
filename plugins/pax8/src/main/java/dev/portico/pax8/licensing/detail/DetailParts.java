package dev.portico.pax8.licensing.detail;

import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.change.ChangeSeatsDialog;
import dev.portico.pax8.licensing.change.ChangeWords;
import dev.portico.pax8.licensing.requests.RequestQueries;
import dev.portico.pax8.licensing.terms.Commitments;
import dev.portico.pax8.licensing.terms.Prices;
import dev.portico.pax8.licensing.words.Reasons;
import dev.portico.pax8.licensing.words.TermWords;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Clock;

/** What the parts of a detail have in common. */
record DetailParts(
        SubscriptionDetails details,
        RequestQueries requests,
        Commitments commitments,
        Prices prices,
        RuleInEffect rule,
        ChangeSeatsDialog change,
        ChangeWords changes,
        Reasons reasons,
        TermWords words,
        SyncSummary summary,
        Messages messages,
        RelativeTimes times,
        Clock clock) {}
