package dev.portico.host.integrations;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.portico.api.screen.IntegrationCard.CardStatus;
import dev.portico.api.screen.IntegrationCard.ConnectionState;
import dev.portico.host.integrations.IntegrationService.CardAction;
import dev.portico.host.plugins.PluginCallFailed;
import dev.portico.host.screens.OpenScreens;
import dev.portico.host.shell.Notices;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.Locale;

/** One integration: who, how it is, what can be done. */
class CardPanel extends Card {

    private static final Texts TEXTS = Texts.of("integrations");

    private final IntegrationService service;
    private final OpenScreens open;
    private final Runnable changed;
    private final Badge badge = new Badge();
    private final Paragraph summary = new Paragraph();
    private final Paragraph line = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final Button configure = new Button();
    private final Button link = new Button();
    private final MenuBar menu = new MenuBar();
    private List<Entry> actionsShown = List.of();
    private IntegrationService.Card card;

    /** An action without what does it, which is the plugin's: a window shall hold nothing of a plugin. */
    private record Entry(String id, String label) {}

    CardPanel(IntegrationService service, OpenScreens open, Runnable changed) {
        this.service = service;
        this.open = open;
        this.changed = changed;
        addClassName("integration-card");
        line.addClassName("muted");
        problem.addClassName("problem");
        badge.getElement().setAttribute("aria-live", "polite");
        setHeaderSuffix(badge);
        add(summary, line, problem);
        configure.addClickListener(click -> UI.getCurrent()
                .navigate("settings/integrations/" + card.id() + "/setup"));
        link.addClickListener(
                click -> card.status().link().ifPresent(it -> UI.getCurrent().navigate(it.path())));
        menu.addThemeVariants(MenuBarVariant.AURA_TERTIARY);
        menu.addClassName("integration-menu");
        addToFooter(configure, link, menu);
    }

    void show(IntegrationService.Card shown) {
        card = new IntegrationService.Card(
                shown.id(), shown.profile(), shown.category(), shown.summary(), shown.status(), List.of());
        setTitle(shown.profile().name());
        setSubtitle(new Span(shown.category()));
        if (getHeaderPrefix() == null) {
            Span logo = new Span(shown.profile().initials());
            logo.addClassName("logo-tile");
            logo.getElement().setAttribute("aria-hidden", "true");
            setHeaderPrefix(logo);
        }
        summary.setText(shown.summary());
        showStatus(shown.status());
        showActions(shown.actions());
    }

    private void showStatus(CardStatus status) {
        badge.setText(TEXTS.text("state." + status.state().name().toLowerCase(Locale.ROOT)));
        badge.removeThemeVariants(BadgeVariant.values());
        switch (status.state()) {
            case CONNECTED -> badge.addThemeVariants(BadgeVariant.SUCCESS);
            case ERROR -> badge.addThemeVariants(BadgeVariant.ERROR);
            case SYNCING, DISCONNECTED -> {}
        }
        line.setText(status.line());
        problem.setVisible(status.problem().isPresent());
        problem.setText(status.problem().orElse(""));
        configure.setText(TEXTS.text("configure"));
        boolean disconnected = status.state() == ConnectionState.DISCONNECTED;
        configure.setThemeVariant(ButtonVariant.PRIMARY, disconnected);
        link.setVisible(status.link().isPresent() && !disconnected);
        status.link().ifPresent(it -> link.setText(it.label()));
    }

    /** Builds the menu only when its entries differ, so that an open one stays open. */
    private void showActions(List<CardAction> actions) {
        List<Entry> wanted = actions.stream()
                .map(action -> new Entry(action.id(), action.label()))
                .toList();
        if (menu.getItems().isEmpty() || !wanted.equals(actionsShown)) {
            actionsShown = wanted;
            menu.removeAll();
            var more = menu.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
            more.setAriaLabel(TEXTS.text("more", card.profile().name()));
            SubMenu entries = more.getSubMenu();
            wanted.forEach(entry -> entries.addItem(entry.label(), click -> act(entry.id())));
            if (!wanted.isEmpty()) {
                entries.addSeparator();
            }
            entries.addItem(TEXTS.text("remove"), click -> RemoveDialog.open(service, open, card, changed))
                    .addClassName("danger");
        }
    }

    private void act(String action) {
        try {
            Notices.done(service.act(card.id(), action));
        } catch (PluginCallFailed e) {
            Notices.problem(e.getMessage());
        }
        changed.run();
    }
}
