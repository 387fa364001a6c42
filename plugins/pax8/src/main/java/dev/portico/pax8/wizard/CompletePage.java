package dev.portico.pax8.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.Jobs.Schedule;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.WizardStep.Page;
import dev.portico.api.screen.WizardStep.WizardContext;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.mapping.MappingService;
import dev.portico.pax8.sync.SyncJobs;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One visit to step 3. */
final class CompletePage implements Page {

    private static final Duration FOLLOW = Duration.ofSeconds(1);
    private static final List<String> ORDER =
            List.of(SyncJobs.COMPANIES, SyncJobs.SUBSCRIPTIONS, SyncJobs.PRODUCTS, SyncJobs.USAGE);

    private final MappingService mappings;
    private final Jobs jobs;
    private final SyncProgress progress;
    private final Messages messages;
    private final RelativeTimes times;
    private final Div result = new Div();
    private final NativeTableBody schedule = new NativeTableBody();
    private final Div content = new Div();
    private List<Schedule> shownSchedules = List.of();
    private Optional<Run> shownRun = Optional.empty();

    CompletePage(
            MappingService mappings,
            Jobs jobs,
            SyncProgress progress,
            Messages messages,
            RelativeTimes times,
            WizardContext context) {
        this.mappings = mappings;
        this.jobs = jobs;
        this.progress = progress;
        this.messages = messages;
        this.times = times;
        content.add(
                new H2(messages.text("complete.sync.title")),
                progress.content(),
                result,
                new H2(messages.text("complete.schedule.title")),
                new Paragraph(messages.text("complete.schedule.text")),
                table(),
                new Paragraph(messages.text("complete.next")));
        content.addClassName("portico-step");
        follow();
        context.every(FOLLOW, this::follow);
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public Optional<String> obstacle() {
        return mappings.lastMappedAt().isPresent()
                ? Optional.empty()
                : Optional.of(messages.text("companies.obstacle.none"));
    }

    @Override
    public String complete() {
        return "licensing/subscriptions";
    }

    private void follow() {
        Optional<Run> run = progress.refresh();
        if (!run.equals(shownRun) || result.getChildren().findAny().isEmpty()) {
            shownRun = run;
            showResult(run);
        }
        List<Schedule> schedules = jobs.schedules();
        if (!schedules.equals(shownSchedules)) {
            shownSchedules = schedules;
            showSchedules(schedules);
        }
    }

    private void showResult(Optional<Run> run) {
        result.removeAll();
        if (run.isEmpty()) {
            result.add(Pieces.muted(messages.text("complete.sync.none")));
        } else if (run.get().state() == RunState.SUCCEEDED) {
            result.add(
                    Pieces.badge(messages.text("complete.sync.badge"), BadgeVariant.SUCCESS),
                    new Paragraph(messages.text("complete.sync.done", run.get().counts().read())));
        } else if (run.get().state().active()) {
            result.add(Pieces.muted(messages.text("complete.sync.background")));
        } else {
            result.add(Pieces.muted(messages.text("complete.sync.later")));
        }
    }

    private NativeTable table() {
        NativeTableRow head = new NativeTableRow(
                new NativeTableHeaderCell(messages.text("complete.column.data")),
                new NativeTableHeaderCell(messages.text("complete.column.frequency")),
                new NativeTableHeaderCell(messages.text("complete.column.next")));
        NativeTable table = new NativeTable(new NativeTableHeader(head), schedule);
        table.addClassName("portico-table");
        return table;
    }

    private void showSchedules(List<Schedule> schedules) {
        schedule.removeAll();
        schedules.stream()
                .filter(it -> ORDER.contains(it.jobId()))
                .sorted(Comparator.comparing(it -> ORDER.indexOf(it.jobId())))
                .forEach(it -> {
                    NativeTableCell next = new NativeTableCell(
                            it.next().map(times::of).orElseGet(() -> messages.text("complete.paused")));
                    it.next().ifPresent(time -> next.setTitle(times.exact(time)));
                    schedule.add(new NativeTableRow(
                            new NativeTableCell(messages.text("schedule." + it.jobId())),
                            new NativeTableCell(messages.text("schedule." + it.jobId() + ".frequency")),
                            next));
                });
    }
}
