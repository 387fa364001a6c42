package dev.portico.host.integrations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.portico.host.integrations.IntegrationService.Card;
import dev.portico.host.plugins.PluginRuntime;
import dev.portico.host.plugins.PluginStatus;
import dev.portico.host.screens.OpenScreens;
import dev.portico.host.shell.EmptyState;
import dev.portico.host.shell.ErrorBox;
import dev.portico.host.shell.Refresher;
import dev.portico.host.security.RequiresPermission;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.Titles;
import dev.portico.host.texts.Texts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The grid of integration cards. It follows what happens in the background without being reloaded. */
@Route(value = "settings/integrations", layout = MainLayout.class)
@RequiresPermission(IntegrationService.PERMISSION)
class IntegrationsView extends Div implements HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("integrations");
    private static final Duration REFRESH = Duration.ofSeconds(2);

    private final IntegrationService service;
    private final OpenScreens open;
    private final Div grid = new Div();
    private final Div problems = new Div();
    private final Div empty = new Div();
    private final TextField search = new TextField();
    private final Map<String, CardPanel> panels = new LinkedHashMap<>();

    IntegrationsView(IntegrationService service, OpenScreens open, PluginRuntime plugins, Refresher refresher) {
        this.service = service;
        this.open = open;
        addClassName("page");
        grid.addClassName("cards");
        PageHead head = new PageHead(TEXTS.text("title"));
        head.setSubtitle(TEXTS.text("subtitle"));
        head.addAction(searchField());
        add(head, problems, grid, empty);
        refresh();
        refresher.every(this, REFRESH, this::refresh);
        refresher.onChange(this, plugins::onChange, this::refresh);
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

    /** Updates cards in place, so that an open menu or the focus is not lost. */
    private void refresh() {
        List<Card> cards = service.cards().stream().filter(this::matches).toList();
        panels.keySet().removeIf(id -> cards.stream().noneMatch(card -> card.id().equals(id)));
        cards.forEach(card -> panels.computeIfAbsent(card.id(), id -> new CardPanel(service, open, this::refresh))
                .show(card));
        List<CardPanel> wanted = List.copyOf(panels.values());
        if (!grid.getChildren().toList().equals(wanted)) {
            grid.removeAll();
            wanted.forEach(grid::add);
        }
        showEmpty(cards.isEmpty());
        showBroken(service.broken());
    }

    private void showEmpty(boolean nothing) {
        empty.removeAll();
        if (nothing && search.isEmpty()) {
            empty.add(new EmptyState(VaadinIcon.PLUG, TEXTS.text("empty.title"), TEXTS.text("empty.text")));
        } else if (nothing) {
            empty.add(new EmptyState(
                    VaadinIcon.SEARCH,
                    TEXTS.text("no.match.title"),
                    TEXTS.text("no.match.text"),
                    new Button(TEXTS.text("search.clear"), click -> search.clear())));
        }
    }

    private boolean matches(Card card) {
        String text = search.getValue().strip().toLowerCase(Locale.ROOT);
        return (card.profile().name() + " " + card.category() + " " + card.summary())
                .toLowerCase(Locale.ROOT)
                .contains(text);
    }

    private void showBroken(List<PluginStatus> broken) {
        problems.removeAll();
        broken.forEach(status -> problems.add(new ErrorBox(TEXTS.text(
                "plugin.failed", status.id(), status.problem().orElse("")))));
    }

    @Override
    public String getPageTitle() {
        return Titles.page(TEXTS.text("title"));
    }
}
