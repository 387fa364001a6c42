package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.shell.Moments;
import dev.portico.host.texts.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Version, signer and origin of a plugin, and what it brings. */
class AboutPanel extends Panel {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient Moments moments;
    private final Span installed = new Span();
    private @Nullable PluginOverview shown;
    private @Nullable Component facts;
    private @Nullable Component brings;

    AboutPanel(Moments moments) {
        super(TEXTS.text("about.title"));
        this.moments = moments;
    }

    /** Built again only for another version, so that reading is not disturbed. */
    void show(PluginOverview plugin) {
        if (shown == null
                || !shown.version().equals(plugin.version())
                || !shown.installedAt().equals(plugin.installedAt())
                || !shown.previousVersion().equals(plugin.previousVersion())) {
            shown = plugin;
            build(plugin);
        }
        moments.title(installed, plugin.installedAt()).setText(installed(plugin));
    }

    private String installed(PluginOverview plugin) {
        String ago = moments.ago(plugin.installedAt());
        return plugin.installedBy().isEmpty() ? ago : TEXTS.text("about.by", ago, plugin.installedBy());
    }

    private void build(PluginOverview plugin) {
        if (facts != null && brings != null) {
            remove(facts, brings);
        }
        DescriptionList list = new DescriptionList();
        list.addClassName("facts");
        list.add(new Term(TEXTS.text("about.version")), new Description(plugin.version()));
        plugin.previousVersion().ifPresent(it ->
                list.add(new Term(TEXTS.text("about.previous")), new Description(it)));
        list.add(new Term(TEXTS.text("about.signer")), signer(plugin));
        list.add(new Term(TEXTS.text("about.installed")), new Description(installed));
        documentation(plugin).ifPresent(it -> list.add(new Term(TEXTS.text("about.documentation")), it));
        facts = list;
        brings = new BringsPanel(
                new BringsDifference(plugin.brings(), Optional.empty()),
                TEXTS.text("tables.own", plugin.brings().migrations().size()));
        add(facts, brings);
    }

    private static Description signer(PluginOverview plugin) {
        return plugin.signer()
                .map(it -> new Description(it))
                .orElseGet(() -> new Description(new SignerBadge(Optional.empty())));
    }

    private static Optional<Description> documentation(PluginOverview plugin) {
        String address = plugin.brings().documentation();
        // why: the address comes from the plugin; only one of the web becomes a link
        if (!address.startsWith("https://") && !address.startsWith("http://")) {
            return Optional.empty();
        }
        Anchor link = new Anchor(address, address);
        link.setTarget("_blank");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return Optional.of(new Description(link));
    }
}
