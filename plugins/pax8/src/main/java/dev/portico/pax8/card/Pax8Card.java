package dev.portico.pax8.card;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.IntegrationCard;
import dev.portico.pax8.connection.ConnectionStatus;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.licensing.settings.WritesStopped;
import dev.portico.pax8.sync.HeldRemoval;
import dev.portico.pax8.sync.SyncJobs;
import dev.portico.pax8.sync.SyncSummary;
import dev.portico.pax8.sync.SyncSummary.Figures;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How the integration is doing. */
public class Pax8Card implements IntegrationCard {

    private static final String PERMISSION = "manage_licensing";
    private static final List<String> KINDS =
            List.of(SyncJobs.COMPANIES, SyncJobs.SUBSCRIPTIONS, SyncJobs.PRODUCTS);

    private final Pax8Connection connection;
    private final Jobs jobs;
    private final SyncSummary summary;
    private final WritesStopped writesStopped;
    private final ManualSync manual;
    private final CurrentUser user;
    private final Messages messages;
    private final RelativeTimes times;

    Pax8Card(
            Pax8Connection connection,
            Jobs jobs,
            SyncSummary summary,
            WritesStopped writesStopped,
            ManualSync manual,
            CurrentUser user,
            Messages messages,
            RelativeTimes times) {
        this.connection = connection;
        this.jobs = jobs;
        this.summary = summary;
        this.writesStopped = writesStopped;
        this.manual = manual;
        this.user = user;
        this.messages = messages;
        this.times = times;
    }

    @Override
    public CardStatus status() {
        List<Run> latest =
                KINDS.stream().map(jobs::latest).flatMap(Optional::stream).toList();
        return switch (connection.status()) {
            case ConnectionStatus.NotConnected none -> disconnected(Optional.empty());
            case ConnectionStatus.ReconnectNeeded needed -> disconnected(Optional.of(needed.reason()));
            case ConnectionStatus.AccountUnconfirmed other ->
                new CardStatus(ConnectionState.ERROR, line(), Optional.of(messages.text("card.other-account")), link());
            case ConnectionStatus.Connected connected -> connected(connected, latest);
        };
    }

    @Override
    public List<CardAction> actions() {
        List<CardAction> actions = new ArrayList<>();
        if (connection.status() instanceof ConnectionStatus.Connected) {
            KINDS.forEach(kind -> actions.add(new CardAction(
                    "sync-" + kind, messages.text("card.sync." + kind), PERMISSION, () -> manual.request(kind))));
            summary.heldRemovals().forEach(held -> actions.add(confirmation(held)));
        }
        return actions;
    }

    private CardAction confirmation(HeldRemoval held) {
        return new CardAction(
                "confirm-" + held.jobId(),
                messages.text("card.confirm-removal." + held.jobId(), held.missing()),
                PERMISSION,
                () -> {
                    user.require(PERMISSION);
                    jobs.start(held.jobId(), Optional.of(SyncJobs.CONFIRM_REMOVALS));
                    return messages.text("card.sync.started");
                });
    }

    private CardStatus connected(ConnectionStatus.Connected connected, List<Run> latest) {
        Optional<Run> active = latest.stream().filter(run -> run.state().active()).findFirst();
        Optional<String> problem = latest.stream()
                .filter(run -> run.state() == RunState.FAILED)
                .max(Comparator.comparing(Run::requestedAt))
                .map(run -> messages.text(
                        "card.failed." + run.jobId(),
                        run.message().orElseGet(() -> messages.text("card.failed.unknown"))));
        if (active.isPresent()) {
            // why: a run that failed and waits for its retry says so; until then nobody would know for minutes
            return new CardStatus(
                    ConnectionState.SYNCING, syncing(active.get()), active.get().message().or(() -> problem), link());
        }
        if (problem.isPresent()) {
            return new CardStatus(ConnectionState.ERROR, line(), problem, link());
        }
        Optional<String> notice = latest.stream()
                .filter(run -> run.state() == RunState.INCOMPLETE)
                .max(Comparator.comparing(Run::requestedAt))
                .flatMap(Run::message)
                .or(writesStopped::text)
                .or(() -> connected.expiresSoon()
                        ? Optional.of(messages.text("card.expires-soon"))
                        : Optional.empty());
        return new CardStatus(ConnectionState.CONNECTED, line(), notice, link());
    }

    private CardStatus disconnected(Optional<String> problem) {
        Figures figures = summary.figures();
        String line = figures.companies() == 0 ? messages.text("card.never-connected") : line();
        return new CardStatus(
                ConnectionState.DISCONNECTED, line, problem, figures.companies() == 0 ? Optional.empty() : link());
    }

    private String syncing(Run run) {
        return run.progressTotal() > 0
                ? messages.text("card.syncing." + run.jobId() + ".progress", run.progressDone(), run.progressTotal())
                : messages.text("card.syncing." + run.jobId());
    }

    private String line() {
        Figures figures = summary.figures();
        Optional<Instant> last = KINDS.stream()
                .map(summary::asOf)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        String counts = messages.text("card.counts", figures.companies(), figures.subscriptions());
        return last.map(time -> messages.text("card.synced", times.of(time), counts))
                .orElseGet(() -> messages.text("card.never-synced"));
    }

    private Optional<Link> link() {
        return Optional.of(new Link(messages.text("licensing.title"), "licensing/subscriptions"));
    }
}
