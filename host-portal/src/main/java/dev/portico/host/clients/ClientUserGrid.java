package dev.portico.host.clients;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.portico.host.security.people.ClientUser;
import dev.portico.host.security.people.ClientUser.State;
import dev.portico.host.shell.Moments;
import dev.portico.host.texts.Texts;
import java.util.function.Consumer;

/** The users of one company, each with what can be done about it. */
class ClientUserGrid extends Grid<ClientUser> {

    private static final Texts TEXTS = Texts.of("clients");

    private final transient Moments moments;
    private final transient Actions actions;
    private final Grid.Column<ClientUser> role;
    private final Grid.Column<ClientUser> state;
    private final Grid.Column<ClientUser> changed;
    private boolean narrow;

    /** What can be done about a user. */
    record Actions(Consumer<ClientUser> newLink, Consumer<ClientUser> deactivate, Consumer<ClientUser> activate) {}

    ClientUserGrid(Moments moments, Actions actions) {
        this.moments = moments;
        this.actions = actions;
        addColumn(new ComponentRenderer<>(this::nameCell)).setHeader(TEXTS.text("user")).setFlexGrow(3);
        role = addColumn(ClientUser::role).setHeader(TEXTS.text("role"));
        state = addColumn(new ComponentRenderer<>(user -> new ClientUserStateBadge(user, moments)))
                .setHeader(TEXTS.text("state"));
        changed = addColumn(new ComponentRenderer<>(user -> moments.show(new Span(), user.changedAt())))
                .setHeader(TEXTS.text("changed"));
        addColumn(new ComponentRenderer<>(this::menu))
                .setHeader(menuHeader())
                .setKey("actions")
                .setWidth("4.5rem")
                .setFlexGrow(0);
        setSelectionMode(SelectionMode.NONE);
    }

    /** On a narrow page the lines of a row carry what otherwise stands in columns. */
    void setNarrow(boolean narrow) {
        if (this.narrow != narrow) {
            this.narrow = narrow;
            role.setVisible(!narrow);
            state.setVisible(!narrow);
            changed.setVisible(!narrow);
            getDataProvider().refreshAll();
        }
    }

    private Component nameCell(ClientUser user) {
        Div cell = new Div(new Span(user.name()), muted(user.email()));
        cell.addClassName("two-lines");
        if (narrow) {
            cell.add(muted(user.role() + " · " + ClientUserStateBadge.words(user, moments)));
        }
        return cell;
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("muted");
        return span;
    }

    private static Span menuHeader() {
        Span header = new Span(TEXTS.text("actions"));
        header.addClassName("for-readers");
        return header;
    }

    private Component menu(ClientUser user) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.AURA_TERTIARY);
        MenuItem more = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
        more.setAriaLabel(TEXTS.text("actions.of", user.name()));
        SubMenu entries = more.getSubMenu();
        if (user.state() == State.DEACTIVATED) {
            entries.addItem(TEXTS.text("activate"), click -> actions.activate().accept(user));
        } else {
            entries.addItem(TEXTS.text("new-link"), click -> actions.newLink().accept(user));
            entries.addItem(TEXTS.text("deactivate"), click -> actions.deactivate().accept(user));
        }
        return bar;
    }
}
