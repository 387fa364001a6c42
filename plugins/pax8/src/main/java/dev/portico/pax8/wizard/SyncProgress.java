package dev.portico.pax8.wizard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.card.ManualSync;
import dev.portico.pax8.look.Pieces;
import java.util.Optional;

/** Shows how a sync goes on: a bar with numbers while it runs, the reason and a way out when it failed. */
final class SyncProgress {

    private final String jobId;
    private final Jobs jobs;
    private final ManualSync manual;
    private final Messages messages;
    private final ScreenContext context;
    private final ProgressBar bar = new ProgressBar();
    private final Span text = new Span();
    private final Div problem = new Div();
    private final Div running = new Div(text, bar);
    private final Div content = new Div(running, problem);
    private Optional<Run> shown = Optional.empty();

    SyncProgress(String jobId, Jobs jobs, ManualSync manual, Messages messages, ScreenContext context) {
        this.jobId = jobId;
        this.jobs = jobs;
        this.manual = manual;
        this.messages = messages;
        this.context = context;
        text.getElement().setAttribute("aria-live", "polite");
        bar.getElement().setAttribute("aria-label", messages.text("progress." + jobId));
        content.addClassName("portico-progress");
        running.setVisible(false);
        problem.setVisible(false);
        content.setVisible(false);
    }

    Div content() {
        return content;
    }

    /** Shows the newest run as it is now and returns it. */
    Optional<Run> refresh() {
        Optional<Run> latest = jobs.latest(jobId);
        if (!latest.equals(shown)) {
            shown = latest;
            running.setVisible(latest.filter(run -> run.state().active()).isPresent());
            latest.ifPresent(this::show);
            content.setVisible(running.isVisible() || problem.isVisible());
        }
        return latest;
    }

    private void show(Run run) {
        boolean counted = run.progressTotal() > 0;
        bar.setIndeterminate(!counted);
        bar.setValue(counted ? Math.clamp((double) run.progressDone() / run.progressTotal(), 0, 1) : 0);
        text.setText(
                counted
                        ? messages.text("progress." + jobId + ".of", run.progressDone(), run.progressTotal())
                        : messages.text("progress." + jobId));
        problem.removeAll();
        boolean failed = run.state() == RunState.FAILED || run.state() == RunState.INCOMPLETE;
        problem.setVisible(failed);
        if (failed) {
            problem.add(Pieces.problem(run.message().orElseGet(() -> messages.text("card.failed.unknown"))));
            problem.add(new Button(messages.text("progress.again"), click -> {
                context.notify(manual.request(jobId));
                refresh();
            }));
        }
    }
}
