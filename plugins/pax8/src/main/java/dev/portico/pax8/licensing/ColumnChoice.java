package dev.portico.pax8.licensing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import java.util.List;
import java.util.Optional;

/**
 * Lets the user choose and order columns. Both stand in the address: the portal keeps no preferences of users for
 * plugins, but a page that was bookmarked or shared comes back as it was.
 */
final class ColumnChoice {

    private static final String PARAMETER = "columns";

    private final SubscriptionGrid grid;
    private final ScreenContext context;
    private final MenuBar menu = new MenuBar();

    ColumnChoice(SubscriptionGrid grid, Messages messages, ScreenContext context) {
        this.grid = grid;
        this.context = context;
        context.parameter(PARAMETER).ifPresent(keys -> grid.arrange(List.of(keys.split(","))));
        grid.content().addColumnReorderListener(reorder -> remember());
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem columns = menu.addItem(VaadinIcon.COG.create());
        columns.setAriaLabel(messages.text("licensing.columns"));
        menu.setTooltipText(columns, messages.text("licensing.columns"));
        // why: rows without their first column would have no name
        grid.columns().stream().skip(1).forEach(column -> add(columns, column));
    }

    Component content() {
        return menu;
    }

    private void add(MenuItem columns, Column<SubscriptionRow> column) {
        MenuItem choice = columns.getSubMenu().addItem(column.getHeaderText());
        choice.setCheckable(true);
        choice.setChecked(!grid.isHidden(column));
        choice.setKeepOpen(true);
        choice.addClickListener(click -> {
            grid.hide(column, !choice.isChecked());
            remember();
        });
    }

    private void remember() {
        List<String> shown = grid.columns().stream()
                .filter(column -> !grid.isHidden(column))
                .map(Column::getKey)
                .toList();
        context.rememberParameter(PARAMETER, Optional.of(String.join(",", shown)));
    }
}
