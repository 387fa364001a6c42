package dev.portico.pax8.card;

import dev.portico.api.IntegrationRemoval;
import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.sync.SubscriptionsChanged;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.sync.SyncSummary.Figures;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes what was synced, the mappings and the connection; Pax8 is not touched. */
public class Pax8Removal implements IntegrationRemoval {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Pax8Connection connection;
    private final SyncSummary summary;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Messages messages;
    private final ApplicationEventPublisher events;

    Pax8Removal(
            JdbcClient database,
            TransactionTemplate transaction,
            Pax8Connection connection,
            SyncSummary summary,
            AuditTrail audit,
            CurrentUser user,
            Messages messages,
            ApplicationEventPublisher events) {
        this.database = database;
        this.transaction = transaction;
        this.connection = connection;
        this.summary = summary;
        this.audit = audit;
        this.user = user;
        this.messages = messages;
        this.events = events;
    }

    @Override
    public List<RemovalCount> preview() {
        Figures figures = summary.figures();
        return List.of(
                new RemovalCount(messages.text("removal.companies"), figures.companies()),
                new RemovalCount(messages.text("removal.products"), figures.products()),
                new RemovalCount(messages.text("removal.subscriptions"), figures.subscriptions()),
                new RemovalCount(messages.text("removal.mappings"), figures.mappedCompanies()));
    }

    @Override
    public void remove() {
        user.require("manage_licensing");
        Figures before = summary.figures();
        transaction.executeWithoutResult(status -> {
            database.sql("""
                            truncate usage_summary, held_removal, subscription, product, company_mapping, company,
                                     commitment_rule, product_price, product_terms, renewal_answer, renewal_mute
                            """)
                    .update();
            events.publishEvent(new SubscriptionsChanged(SubscriptionsChanged.Cause.REMOVING));
            connection.forget();
        });
        events.publishEvent(new SubscriptionsChanged(SubscriptionsChanged.Cause.REMOVED));
        audit.record(
                "integration.removed",
                "Pax8",
                messages.text(
                        "removal.audit",
                        before.companies(),
                        before.products(),
                        before.subscriptions(),
                        before.mappedCompanies()));
    }
}
