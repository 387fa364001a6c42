package dev.portico.host.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import dev.portico.host.brand.Brand;
import dev.portico.host.texts.Texts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The frame of every screen: drawer first, a slim bar on top. */
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final Duration COUNTING = Duration.ofSeconds(5);

    private final transient Navigation navigation;
    private final LiveRegion live = new LiveRegion();
    private final Drawer drawer = new Drawer(live);
    private final Main main = new Main();

    /** Made by Spring for each browser window. */
    public MainLayout(
            Navigation navigation,
            NavigationRegistry registry,
            Refresher refresher,
            SchemeMenu schemes,
            UserMenu userMenu,
            ObjectProvider<TopBarTool> tools) {
        this.navigation = navigation;
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer(Texts.of("shell").text("navigation")));
        Scroller scroller = new Scroller(drawer);
        scroller.addClassName("drawer-scroller");
        addToDrawer(region("brand", new Brand()), scroller);
        addToNavbar(topBar(tools, schemes, userMenu), live);
        main.addClassName("main");
        setContent(main);
        drawer.show(navigation.visible());
        refresher.onChange(this, registry::onChange, () -> drawer.show(navigation.visible()));
        refresher.every(this, COUNTING, this::count);
    }

    // why: a screen stands inside of the main landmark, so that readers can jump to it
    @Override
    public void showRouterLayoutContent(HasElement screen) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(screen.getElement());
        if (isOverlay()) {
            // on a phone the drawer lies over the page it has just led to
            setDrawerOpened(false);
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement screen) {
        main.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        // why: permissions may have changed since the last page
        drawer.show(navigation.visible());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        // why: something may have come or gone between making this layout and attaching it
        drawer.show(navigation.visible());
        // why not at once: plugins are asked, and the page shall not wait for them
        Windows.access(event.getUI(), this::count);
    }

    /** Asks anew how much waits behind the items of the drawer; the window's session must be locked. */
    public void count() {
        drawer.count(navigation.counts());
    }

    private static Div topBar(ObjectProvider<TopBarTool> tools, SchemeMenu schemes, UserMenu userMenu) {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(Texts.of("shell").text("drawer.toggle"));
        Div right = new Div(schemes);
        tools.orderedStream().forEach(tool -> right.add((Component) tool));
        right.add(userMenu);
        right.addClassName("top-bar-right");
        Div bar = region("top-bar", toggle, right);
        bar.addClassName("top-bar");
        return bar;
    }

    /** A landmark; not a header, because dialogs bring one of their own and a page should have one only. */
    private static Div region(String labelKey, Component... components) {
        Div region = new Div(components);
        region.getElement().setAttribute("role", "region");
        region.getElement().setAttribute("aria-label", Texts.of("shell").text(labelKey));
        return region;
    }
}
