package dev.portico.example;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.IntegrationCard;
import dev.portico.example.reminders.ReminderScreen;
import dev.portico.example.reminders.Reminders;
import java.util.List;
import java.util.Optional;

/** How the reminders are doing. */
public class ExampleCard implements IntegrationCard {

    private final DueCount count;
    private final Jobs jobs;
    private final CurrentUser user;
    private final Messages messages;

    ExampleCard(DueCount count, Jobs jobs, CurrentUser user, Messages messages) {
        this.count = count;
        this.jobs = jobs;
        this.user = user;
        this.messages = messages;
    }

    @Override
    public CardStatus status() {
        Optional<Link> link = Optional.of(new Link(messages.text("reminders.title"), ReminderScreen.PATH));
        Optional<Run> latest = jobs.latest(DueCount.JOB);
        if (latest.filter(run -> run.state().active()).isPresent()) {
            Run run = latest.get();
            String line = messages.text("card.counting", run.progressDone(), run.progressTotal());
            return new CardStatus(ConnectionState.SYNCING, line, Optional.empty(), link);
        }
        String line = count.figures()
                .map(figures -> messages.text("card.counted", figures.overdue(), figures.dueSoon()))
                .orElseGet(() -> messages.text("card.never-counted"));
        return latest.filter(run -> run.state() == RunState.FAILED).isPresent()
                ? new CardStatus(ConnectionState.ERROR, line, Optional.of(messages.text("card.failed")), link)
                : new CardStatus(ConnectionState.CONNECTED, line, Optional.empty(), link);
    }

    @Override
    public List<CardAction> actions() {
        return List.of(new CardAction("count", messages.text("card.count"), Reminders.MANAGE, this::countNow));
    }

    private String countNow() {
        user.require(Reminders.MANAGE);
        return messages.text(jobs.start(DueCount.JOB).joined() ? "card.joined" : "card.started");
    }
}
