package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.PluginOverview.NodeStatus;
import dev.portico.host.plugins.PluginStatus;
import dev.portico.host.shell.Moments;
import dev.portico.host.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/** The state of a plugin on each node. */
class NodesPanel extends Panel {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient Moments moments;
    private final Div rows = new Div();
    private final List<Runnable> ageing = new ArrayList<>();
    private List<NodeStatus> shown = List.of();

    NodesPanel(Moments moments) {
        super(TEXTS.text("nodes.title"));
        this.moments = moments;
        rows.addClassName("rows");
        rows.add(new Paragraph(TEXTS.text("nodes.none")));
        add(rows);
    }

    void show(PluginOverview plugin) {
        if (!plugin.nodes().equals(shown)) {
            shown = plugin.nodes();
            ageing.clear();
            rows.removeAll();
            shown.forEach(node -> rows.add(row(node)));
            if (shown.isEmpty()) {
                rows.add(new Paragraph(TEXTS.text("nodes.none")));
            }
        }
        ageing.forEach(Runnable::run);
    }

    private Div row(NodeStatus node) {
        PluginStatus status = node.status();
        StateBadge badge = new StateBadge();
        badge.show(status.state());
        Span line = new Span();
        line.addClassName("muted");
        ageing.add(() -> moments.title(line, status.since())
                .setText(TEXTS.text("nodes.line", status.version(), moments.ago(status.since()))));
        Div words = new Div(new Span(node.here() ? TEXTS.text("nodes.here", node.node()) : node.node()), line);
        words.addClassName("two-lines");
        Div row = new Div(words, badge);
        row.addClassName("row");
        status.problem().ifPresent(problem -> {
            Paragraph text = new Paragraph(problem);
            text.addClassName("problem");
            row.add(text);
        });
        if (node.lingering() > 0) {
            Paragraph text = new Paragraph(TEXTS.text("nodes.lingering", node.lingering()));
            text.addClassName("warning");
            row.add(text);
        }
        return row;
    }
}
