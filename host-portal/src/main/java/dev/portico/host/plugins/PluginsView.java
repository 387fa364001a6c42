package dev.portico.host.plugins;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.portico.host.plugins.PluginStatus.State;
import dev.portico.host.shell.Refresher;
import dev.portico.host.security.RequiresPermission;
import dev.portico.host.shell.EmptyState;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.Titles;
import dev.portico.host.texts.Texts;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/** The installed plugins, and the switch of each. */
@Route(value = "settings/plugins", layout = MainLayout.class)
@RequiresPermission(PluginAdministration.PERMISSION)
class PluginsView extends Div implements HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("plugins");

    private final PluginAdministration administration;
    private final Grid<PluginOverview> grid = new Grid<>();
    private final EmptyState empty =
            new EmptyState(VaadinIcon.PLUG, TEXTS.text("empty.title"), TEXTS.text("empty.text"));
    private List<PluginOverview> shown = List.of();

    PluginsView(PluginAdministration administration, Refresher refresher) {
        this.administration = administration;
        addClassName("page");
        PageHead head = new PageHead(TEXTS.text("title"));
        head.setSubtitle(TEXTS.text("subtitle"));
        configureGrid();
        add(head, grid, empty);
        refresh();
        refresher.every(this, Duration.ofSeconds(1), this::refresh);
    }

    private void configureGrid() {
        grid.setAllRowsVisible(true);
        grid.addComponentColumn(PluginsView::name).setHeader(TEXTS.text("plugin")).setFlexGrow(2);
        grid.addComponentColumn(PluginsView::state).setHeader(TEXTS.text("state")).setFlexGrow(2);
        grid.addComponentColumn(this::toggle).setHeader("").setTextAlign(ColumnTextAlign.END);
    }

    private static Div name(PluginOverview status) {
        Span version = new Span(TEXTS.text("version", status.version()));
        version.addClassName("muted");
        Div cell = new Div(new Div(status.id()), version);
        cell.addClassName("two-lines");
        return cell;
    }

    private static Div state(PluginOverview status) {
        Badge badge = new Badge(TEXTS.text("state." + status.state().name().toLowerCase(Locale.ROOT)));
        switch (status.state()) {
            case STARTED -> badge.addThemeVariants(BadgeVariant.SUCCESS);
            case FAILED -> badge.addThemeVariants(BadgeVariant.ERROR);
            case DISABLED, STARTING, STOPPING, UPGRADING -> {}
        }
        String since = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withZone(ZoneId.systemDefault())
                .format(status.installedAt());
        Span detail = new Span(TEXTS.text("since", since));
        detail.addClassName("muted");
        Div cell = new Div(badge, detail);
        cell.addClassName("two-lines");
        return cell;
    }

    private Button toggle(PluginOverview status) {
        boolean enabled = status.wanted() == Wanted.ENABLED;
        String id = status.id();
        Button button = new Button(TEXTS.text(enabled ? "disable" : "enable"), click -> {
            administration.setEnabled(id, !enabled);
            refresh();
        });
        button.setDisableOnClick(true);
        button.setAriaLabel(TEXTS.text(enabled ? "disable.plugin" : "enable.plugin", id));
        return button;
    }

    private void refresh() {
        List<PluginOverview> now = administration.plugins();
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
        }
        grid.setVisible(!now.isEmpty());
        empty.setVisible(now.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Titles.page(TEXTS.text("title"));
    }
}
