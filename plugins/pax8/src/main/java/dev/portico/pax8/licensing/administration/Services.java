package dev.portico.pax8.licensing.administration;

import dev.portico.api.host.Messages;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.licensing.catalog.CatalogService;
import dev.portico.pax8.licensing.selfservice.SubscriptionRules;
import dev.portico.pax8.licensing.settings.SettingsService;
import dev.portico.pax8.licensing.settings.WritesStopped;
import dev.portico.pax8.licensing.trial.Trials;
import dev.portico.pax8.licensing.words.Reasons;
import dev.portico.pax8.texts.RelativeTimes;

/** What a visit to the page needs. */
record Services(
        SettingsService settings,
        Vendors vendors,
        CatalogService catalog,
        SubscriptionRules subscriptions,
        Trials trials,
        Reasons reasons,
        WritesStopped writesStopped,
        Pax8Connection connection,
        Messages messages,
        RelativeTimes times) {}
