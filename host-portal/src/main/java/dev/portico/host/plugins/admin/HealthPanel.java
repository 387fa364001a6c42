package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.portico.host.plugins.PluginFailure;
import dev.portico.host.plugins.RunningPlugin;
import dev.portico.host.shell.Moments;
import dev.portico.host.texts.Texts;
import java.util.Optional;

/** How a plugin answers on the node that shows the page. */
class HealthPanel extends Panel {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient Moments moments;
    private final Paragraph text = new Paragraph();
    private final Paragraph failed = new Paragraph();
    private final Span when = new Span();

    HealthPanel(Moments moments) {
        super(TEXTS.text("health.title"));
        this.moments = moments;
        failed.addClassName("problem");
        when.addClassName("muted");
        add(text, failed, when);
    }

    /** Shows it; empty: the plugin does not run here. */
    void show(Optional<RunningPlugin> running) {
        Optional<PluginFailure> failure = running.flatMap(RunningPlugin::lastFailure);
        text.setText(running.map(RunningPlugin::health)
                .map(health -> TEXTS.text(
                        "health.calls",
                        health.calls(),
                        health.errors(),
                        health.slowest().toMillis()))
                .orElseGet(() -> TEXTS.text("health.absent")));
        failed.setVisible(failure.isPresent());
        when.setVisible(failure.isPresent());
        failure.ifPresent(it -> {
            failed.setText(TEXTS.text("health.failure", it.what(), it.problem()));
            moments.show(when, it.at());
        });
    }
}
