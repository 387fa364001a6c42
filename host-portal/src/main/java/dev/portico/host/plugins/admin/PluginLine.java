package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.PluginOverview.NodeStatus;
import dev.portico.host.shell.Moments;
import dev.portico.host.texts.Texts;
import java.time.Instant;
import java.util.Optional;

/** One muted line: version, since when it is in its state, who signed it. */
class PluginLine extends Paragraph {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient Moments moments;
    private final Span version = new Span();
    private final Span since = new Span();
    private final Span signer = new Span();

    PluginLine(Moments moments) {
        this.moments = moments;
        addClassNames("muted", "dotted");
        add(version, since, signer);
    }

    void show(PluginOverview plugin) {
        version.setText(TEXTS.text("version", plugin.version()));
        Optional<Instant> at = since(plugin);
        since.setVisible(at.isPresent());
        at.ifPresent(it -> moments.title(since, it).setText(TEXTS.text("since", moments.ago(it))));
        signer.setText(SignerBadge.words(plugin.signer()));
    }

    private static Optional<Instant> since(PluginOverview plugin) {
        return plugin.nodes().stream()
                .map(NodeStatus::status)
                .filter(it -> it.state() == plugin.state())
                .map(it -> it.since())
                .findFirst();
    }
}
