package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.host.plugins.PluginAdministration;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.unload.Lingering;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.stream.Stream;

/** Says that code of plugins could not be unloaded completely, and that a restart frees the memory. */
class RestartAdvice extends Div {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient PluginAdministration administration;
    private List<String> shown = List.of();

    RestartAdvice(PluginAdministration administration) {
        this.administration = administration;
        addClassName("warning");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(List<PluginOverview> plugins) {
        Stream<String> here = administration.lingering().stream().map(it -> line(it, plugins));
        Stream<String> elsewhere = plugins.stream()
                .flatMap(plugin -> plugin.nodes().stream()
                        .filter(node -> !node.here() && node.lingering() > 0)
                        .map(node -> TEXTS.text(
                                "lingering.node", plugin.brings().name(), node.lingering(), node.node())));
        List<String> lines = Stream.concat(here, elsewhere).distinct().toList();
        if (!lines.equals(shown)) {
            shown = lines;
            removeAll();
            Span title = new Span(TEXTS.text("lingering.title"));
            title.addClassName("problem-title");
            UnorderedList list = new UnorderedList();
            lines.forEach(line -> list.add(new ListItem(line)));
            add(title, list, new Paragraph(TEXTS.text("lingering.text")));
        }
        setVisible(!lines.isEmpty());
    }

    private static String line(Lingering lingering, List<PluginOverview> plugins) {
        String id = lingering.pluginId();
        String name = plugins.stream()
                .filter(it -> it.id().equals(id))
                .map(it -> it.brings().name())
                .findFirst()
                .orElse(id);
        return TEXTS.text("lingering.here", name, lingering.version());
    }
}
