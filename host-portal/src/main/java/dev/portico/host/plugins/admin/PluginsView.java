package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.portico.host.plugins.PluginAdministration;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.security.RequiresPermission;
import dev.portico.host.shell.EmptyState;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.Moments;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.Titles;
import dev.portico.host.texts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The installed plugins as cards, and what removed ones left behind. */
@Route(value = "settings/plugins", layout = MainLayout.class)
@RequiresPermission(PluginAdministration.PERMISSION)
class PluginsView extends Div implements HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient PluginAdministration administration;
    private final transient PluginActions actions;
    private final transient Moments moments;
    private final TextField search = new TextField();
    private final Div cards = new Div();
    private final Div empty = new Div();
    private final RestartAdvice advice;
    private final KeptDataPanel kept;
    private final Map<String, PluginCard> panels = new LinkedHashMap<>();
    private String emptyShown = "";

    PluginsView(PluginAdministration administration, PluginActions actions, Moments moments, PluginUpdates updates) {
        this.administration = administration;
        this.actions = actions;
        this.moments = moments;
        this.advice = new RestartAdvice(administration);
        this.kept = new KeptDataPanel(administration, actions, moments);
        addClassNames("page", "plugins");
        cards.addClassName("cards");
        PageHead head = new PageHead(TEXTS.text("title"));
        head.setSubtitle(TEXTS.text("subtitle"));
        Button install = installButton();
        install.addThemeVariants(ButtonVariant.PRIMARY);
        head.addAction(searchField(), install);
        Details difference =
                new Details(TEXTS.text("difference.title"), new Paragraph(TEXTS.text("difference.text")));
        difference.addClassName("muted");
        add(head, advice, cards, empty, kept, difference);
        refresh();
        updates.follow(this, this::refresh);
    }

    private Button installButton() {
        return new Button(
                TEXTS.text("install"), VaadinIcon.UPLOAD_ALT.create(), click -> actions.upload(Optional.empty()));
    }

    private TextField searchField() {
        search.setPlaceholder(TEXTS.text("search"));
        search.setAriaLabel(TEXTS.text("search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(event -> refresh());
        return search;
    }

    private void refresh() {
        List<PluginOverview> all = administration.plugins();
        List<PluginOverview> matching = all.stream().filter(this::matches).toList();
        Map<String, PluginCard> wanted = new LinkedHashMap<>();
        for (PluginOverview plugin : matching) {
            PluginCard known = panels.get(plugin.id());
            PluginCard card = known == null ? new PluginCard(plugin, actions, moments) : known;
            card.show(plugin);
            wanted.put(plugin.id(), card);
        }
        panels.clear();
        panels.putAll(wanted);
        List<PluginCard> inOrder = List.copyOf(wanted.values());
        if (!cards.getChildren().toList().equals(inOrder)) {
            cards.getChildren().filter(it -> !inOrder.contains(it)).toList().forEach(cards::remove);
            // why one by one: a card that stays in its place keeps its open menu and the focus
            for (int i = 0; i < inOrder.size(); i++) {
                if (cards.getComponentCount() <= i || cards.getComponentAt(i) != inOrder.get(i)) {
                    cards.addComponentAtIndex(i, inOrder.get(i));
                }
            }
        }
        showEmpty(all.isEmpty(), matching.isEmpty());
        advice.show(all);
        kept.refresh();
    }

    private void showEmpty(boolean none, boolean noMatch) {
        search.setVisible(!none);
        String now = none ? "none" : noMatch ? "no-match" : "";
        if (now.equals(emptyShown)) {
            return;
        }
        emptyShown = now;
        empty.removeAll();
        if (none) {
            empty.add(new EmptyState(
                    VaadinIcon.PLUG, TEXTS.text("empty.title"), TEXTS.text("empty.text"), installButton()));
        } else if (noMatch) {
            empty.add(new EmptyState(
                    VaadinIcon.SEARCH,
                    TEXTS.text("no.match.title"),
                    TEXTS.text("no.match.text"),
                    new Button(TEXTS.text("search.clear"), click -> search.clear())));
        }
    }

    private boolean matches(PluginOverview plugin) {
        String text = search.getValue().strip().toLowerCase(Locale.ROOT);
        return (plugin.id() + " " + plugin.brings().name() + " " + plugin.brings().category() + " "
                        + plugin.brings().summary())
                .toLowerCase(Locale.ROOT)
                .contains(text);
    }

    @Override
    public String getPageTitle() {
        return Titles.page(TEXTS.text("title"));
    }
}
