package dev.portico.host.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.shared.Registration;
import dev.portico.host.brand.Brand;
import dev.portico.host.texts.Texts;
import org.jspecify.annotations.Nullable;

/** The frame of every screen: drawer first, a slim bar on top. */
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final transient Navigation navigation;
    private final transient NavigationRegistry registry;
    private final Drawer drawer = new Drawer();
    private @Nullable Registration changes;

    /** Made by Spring for each browser window. */
    public MainLayout(Navigation navigation, NavigationRegistry registry, SchemeMenu schemes, UserMenu userMenu) {
        this.navigation = navigation;
        this.registry = registry;
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer(Texts.of("shell").text("navigation")));
        Scroller scroller = new Scroller(drawer);
        scroller.addClassName("drawer-scroller");
        addToDrawer(new Brand(), scroller);
        addToNavbar(topBar(schemes, userMenu));
        drawer.show(navigation.visible());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        // why: permissions may have changed since the last page
        drawer.show(navigation.visible());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        UI ui = event.getUI();
        changes = registry.onChange(() -> ui.access(() -> drawer.show(navigation.visible())));
        // why: something may have come or gone between making this layout and attaching it
        drawer.show(navigation.visible());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (changes != null) {
            changes.remove();
            changes = null;
        }
        super.onDetach(event);
    }

    private static Header topBar(SchemeMenu schemes, UserMenu userMenu) {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(Texts.of("shell").text("drawer.toggle"));
        Div right = new Div(schemes, userMenu);
        right.addClassName("top-bar-right");
        Header bar = new Header(toggle, right);
        bar.addClassName("top-bar");
        return bar;
    }
}
