package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.portico.host.plugins.PluginAdministration;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.Wanted;
import dev.portico.host.security.RequiresPermission;
import dev.portico.host.shell.EmptyState;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.Moments;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.Titles;
import dev.portico.host.shell.Trail;
import dev.portico.host.texts.Texts;
import java.util.Optional;

/** One plugin: where it runs, what it brings, how it answers, what happened. */
@Route(value = "settings/plugins/:plugin", layout = MainLayout.class)
@RequiresPermission(PluginAdministration.PERMISSION)
class PluginView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient PluginAdministration administration;
    private final transient PluginActions actions;
    private final transient Moments moments;
    private String id = "";
    private String name = "";
    private transient Optional<Parts> parts = Optional.empty();

    PluginView(PluginAdministration administration, PluginActions actions, Moments moments, PluginUpdates updates) {
        this.administration = administration;
        this.actions = actions;
        this.moments = moments;
        addClassNames("page", "plugin");
        updates.follow(this, this::refresh);
    }

    /** What is updated in place. */
    private record Parts(
            StateBadge badge,
            PluginLine line,
            Button toggle,
            PluginMenu menu,
            UpgradeBox upgrade,
            NodesPanel nodes,
            HealthPanel health,
            AboutPanel about,
            HistoryPanel history) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PluginOverview plugin = event.getRouteParameters()
                .get("plugin")
                .flatMap(administration::plugin)
                .orElseThrow(NotFoundException::new);
        id = plugin.id();
        name = plugin.brings().name();
        removeAll();
        build(plugin);
        refresh();
    }

    private void build(PluginOverview plugin) {
        Parts made = new Parts(
                new StateBadge(),
                new PluginLine(moments),
                new Button(),
                new PluginMenu(actions),
                new UpgradeBox(actions),
                new NodesPanel(moments),
                new HealthPanel(moments),
                new AboutPanel(moments),
                new HistoryPanel(moments));
        made.toggle().addClickListener(click -> administration.plugin(id).ifPresent(actions::toggle));
        PageHead head = new PageHead(name);
        head.setSubtitle(plugin.brings().summary());
        head.addAction(made.toggle(), made.menu());
        Div state = new Div(made.badge(), made.line());
        state.addClassName("plugin-state");
        Div left = new Div(made.nodes(), made.health(), made.history());
        left.addClassName("panel-column");
        Div columns = new Div(left, made.about());
        columns.addClassName("panels");
        add(trail(), head, state, made.upgrade(), columns);
        parts = Optional.of(made);
    }

    private Trail trail() {
        return new Trail(
                name, new Span(TEXTS.text("settings")), new RouterLink(TEXTS.text("title"), PluginsView.class));
    }

    private void refresh() {
        Optional<PluginOverview> plugin = administration.plugin(id);
        if (plugin.isPresent()) {
            parts.ifPresent(it -> show(it, plugin.get()));
        } else if (parts.isPresent()) {
            parts = Optional.empty();
            showRemoved();
        }
    }

    private void show(Parts shown, PluginOverview plugin) {
        boolean enabled = plugin.wanted() == Wanted.ENABLED;
        shown.badge().show(plugin);
        shown.line().show(plugin);
        shown.toggle().setText(TEXTS.text(enabled ? "disable" : "enable"));
        shown.toggle().setAriaLabel(TEXTS.text(enabled ? "disable.plugin" : "enable.plugin", name));
        shown.toggle().setThemeVariant(ButtonVariant.PRIMARY, !enabled);
        shown.toggle().setVisible(!plugin.wanted().removal());
        shown.menu().show(plugin);
        shown.upgrade().show(plugin);
        shown.nodes().show(plugin);
        shown.health().show(administration.running(id));
        shown.about().show(plugin);
        shown.history().show(administration.events(id));
    }

    private void showRemoved() {
        removeAll();
        HistoryPanel history = new HistoryPanel(moments);
        history.show(administration.events(id));
        add(
                trail(),
                new EmptyState(
                        VaadinIcon.PLUG,
                        TEXTS.text("removed.title", name),
                        TEXTS.text("removed.text"),
                        new RouterLink(TEXTS.text("removed.back"), PluginsView.class)),
                history);
    }

    @Override
    public String getPageTitle() {
        return Titles.page(name);
    }
}
