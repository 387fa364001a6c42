package dev.portico.example;

import dev.portico.api.IntegrationRemoval;
import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.example.reminders.Reminders;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes all reminders and counts; the notice period stays as it was set up. */
public class ExampleRemoval implements IntegrationRemoval {

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final CurrentUser user;
    private final AuditTrail audit;
    private final Messages messages;

    ExampleRemoval(
            JdbcClient database, TransactionTemplate transaction, CurrentUser user, AuditTrail audit, Messages messages) {
        this.database = database;
        this.transaction = transaction;
        this.user = user;
        this.audit = audit;
        this.messages = messages;
    }

    @Override
    public List<RemovalCount> preview() {
        return List.of(
                new RemovalCount(messages.text("removal.reminders"), rows("reminder")),
                new RemovalCount(messages.text("removal.counts"), rows("due_count")));
    }

    @Override
    public void remove() {
        user.require(Reminders.MANAGE);
        long before = rows("reminder");
        transaction.executeWithoutResult(
                status -> database.sql("truncate reminder, due_count").update());
        audit.record("integration.removed", messages.text("reminders.title"), messages.text("removal.audit", before));
    }

    private long rows(String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
