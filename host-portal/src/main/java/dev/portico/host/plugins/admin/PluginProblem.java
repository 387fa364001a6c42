package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.PluginOverview.NodeStatus;
import dev.portico.host.plugins.PluginOverview.Phase;
import dev.portico.host.plugins.PluginStatus.State;
import dev.portico.host.texts.Texts;
import java.util.Optional;

/** What is wrong with a plugin, in words, and what to do about it; not there if nothing is. */
class PluginProblem extends Div {

    private static final Texts TEXTS = Texts.of("plugins");

    private final Span what = new Span();
    private final Paragraph remedy = new Paragraph();

    PluginProblem() {
        addClassName("problem");
        getElement().setAttribute("aria-live", "polite");
        add(what, remedy);
    }

    void show(PluginOverview plugin) {
        Optional<NodeStatus> failed = plugin.nodes().stream()
                .filter(it -> it.status().state() == State.FAILED)
                .findFirst();
        Optional<PluginOverview.Upgrade> upgrade =
                plugin.upgrade().filter(it -> it.phase() == Phase.FAILED);
        setVisible(!plugin.wanted().removal() && (failed.isPresent() || upgrade.isPresent()));
        if (failed.isPresent()) {
            String problem = failed.get().status().problem().orElse("");
            what.setText(
                    plugin.nodes().size() > 1
                            ? TEXTS.text("problem.start.node", failed.get().node(), problem)
                            : TEXTS.text("problem.start", problem));
            remedy.setText(TEXTS.text("problem.start.remedy"));
        } else {
            upgrade.ifPresent(it -> {
                what.setText(TEXTS.text("problem.upgrade", it.version(), it.problem().orElse("")));
                remedy.setText(TEXTS.text("problem.upgrade.remedy", plugin.version()));
            });
        }
    }
}
