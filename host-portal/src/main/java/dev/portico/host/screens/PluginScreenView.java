package dev.portico.host.screens;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.PermissionDenied;
import dev.portico.host.plugins.PluginCallFailed;
import dev.portico.host.screens.PluginScreens.PluginPage;
import dev.portico.host.shell.ErrorBox;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.Refresher;
import dev.portico.host.shell.Titles;
import java.util.Optional;

/** The portal's view for every page of every plugin. The permission is the one the plugin declared for the page. */
class PluginScreenView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, ShowsPlugin {

    private final PluginScreens screens;
    private final OpenScreens open;
    private final Refresher refresher;
    private final CurrentUser user;
    private String title = "";
    private Location location = new Location("");
    private Optional<HostScreenContext> visit = Optional.empty();

    PluginScreenView(PluginScreens screens, OpenScreens open, Refresher refresher, CurrentUser user) {
        this.screens = screens;
        this.open = open;
        this.refresher = refresher;
        this.user = user;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        visit.ifPresent(context -> context.end(event.getUI()));
        visit = Optional.empty();
        removeAll();
        location = event.getLocation();
        PluginPage page = screens.find(event.getLocation().getPath()).orElseThrow(NotFoundException::new);
        if (!page.access().admits(user)) {
            throw new PermissionDenied(page.screen().permission());
        }
        show(page, event);
    }

    private void show(PluginPage page, BeforeEnterEvent event) {
        title = page.plugin().text(page.screen().titleKey());
        PageHead head = new PageHead(title);
        Div body = new Div();
        add(head, body);
        open.show(this, page.plugin().id());
        if (screens.find(event.getLocation().getPath()).isEmpty()) {
            // why: the plugin has just gone, and its windows were led away before this one was among them
            throw new NotFoundException();
        }
        HostScreenContext context =
                new HostScreenContext(page.plugin(), head, body, event.getLocation(), refresher, open);
        visit = Optional.of(context);
        try {
            body.add(page.plugin().call("screen " + page.screen().path(), () -> page.plugin()
                    .bean(page.screen().screen())
                    .open(context)));
        } catch (PluginCallFailed e) {
            body.add(new ErrorBox(e.getMessage()));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        visit.ifPresent(context -> context.askBeforeLeaving(event));
    }

    @Override
    public Location location() {
        return visit.map(HostScreenContext::location).orElse(location);
    }

    @Override
    public void letGo() {
        Optional<HostScreenContext> ended = visit;
        location = location();
        visit = Optional.empty();
        getUI().ifPresent(ui -> ended.ifPresent(context -> context.end(ui)));
        removeAll();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        visit.ifPresent(context -> context.end(event.getUI()));
        visit = Optional.empty();
    }

    @Override
    public String getPageTitle() {
        return Titles.page(title);
    }
}
