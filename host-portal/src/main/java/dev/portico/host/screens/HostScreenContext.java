package dev.portico.host.screens;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLayout;
import dev.portico.api.screen.ScreenContext;
import dev.portico.host.plugins.PluginCallFailed;
import dev.portico.host.plugins.RunningPlugin;
import dev.portico.host.shell.AccessibleDetail;
import dev.portico.host.shell.Confirm;
import dev.portico.host.shell.ErrorBox;
import dev.portico.host.shell.Notices;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.Refresher;
import dev.portico.host.texts.Texts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A visit to a page or wizard step of a plugin: what the plugin asks for is done by the portal's own components. */
public class HostScreenContext implements ScreenContext {

    private static final Texts TEXTS = Texts.of("screens");

    private final RunningPlugin plugin;
    private final PageHead head;
    private final Div body;
    private final Refresher refresher;
    private final OpenScreens open;
    private final Div problem = new Div();
    private Location location;
    private BooleanSupplier unsaved = () -> false;

    /**
     * A visit.
     *
     * @param body where the plugin's content will stand
     * @param location the address of the visit
     * @param open is told of the dialogs and notices that are opened for the plugin
     */
    public HostScreenContext(
            RunningPlugin plugin, PageHead head, Div body, Location location, Refresher refresher, OpenScreens open) {
        this.plugin = plugin;
        this.head = head;
        this.body = body;
        this.location = location;
        this.refresher = refresher;
        this.open = open;
    }

    /** The address of the visit, with the parameters that were remembered since. */
    public Location location() {
        return location;
    }

    @Override
    public Optional<String> parameter(String name) {
        return location.getQueryParameters().getSingleParameter(name);
    }

    @Override
    public void rememberParameter(String name, Optional<String> value) {
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(location.getQueryParameters().getParameters());
        value.filter(it -> !it.isEmpty())
                .ifPresentOrElse(it -> parameters.put(name, List.of(it)), () -> parameters.remove(name));
        location = new Location(location.getPath(), new QueryParameters(parameters));
        UI.getCurrent().getPage().getHistory().replaceState(null, location);
    }

    @Override
    public void subtitle(String text) {
        head.setSubtitle(text);
    }

    @Override
    public void addAction(Component action) {
        head.addAction(action);
    }

    @Override
    public void every(Duration interval, Runnable refresh) {
        refresher.every(body, interval, () -> refresh(refresh));
    }

    private void refresh(Runnable refresh) {
        try {
            plugin.call("refresh", () -> {
                refresh.run();
                return true;
            });
            problem.removeFromParent();
        } catch (PluginCallFailed e) {
            problem.removeAll();
            problem.add(new ErrorBox(e.getMessage()));
            body.addComponentAsFirst(problem);
        }
    }

    @Override
    public void nameDetail(MasterDetailLayout layout, String name) {
        AccessibleDetail.name(layout, name);
    }

    @Override
    public void unsavedWhen(BooleanSupplier condition) {
        unsaved = Objects.requireNonNull(condition, "A condition is needed");
    }

    /** Asks before input is lost. */
    public void askBeforeLeaving(BeforeLeaveEvent event) {
        if (!hasUnsaved()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(TEXTS.text("leave.title"));
        dialog.setText(TEXTS.text("leave.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(TEXTS.text("leave.stay"));
        dialog.setConfirmText(TEXTS.text("leave.verb"));
        dialog.addConfirmListener(confirmed -> leave.proceed());
        dialog.addCancelListener(cancelled -> leave.cancel());
        dialog.open();
    }

    private boolean hasUnsaved() {
        try {
            return plugin.call("unsaved", unsaved::getAsBoolean);
        } catch (PluginCallFailed e) {
            return false; // why: a plugin that cannot tell must not hold its users on its page; the failure is on its card
        }
    }

    /**
     * Ends the visit: nobody is asked about unsaved input any more, and the dialogs that the page opened close with it.
     * Notices of the portal stay until they have been read.
     */
    public void end(UI window) {
        unsaved = () -> false;
        if (window.isAttached()) {
            window.getChildren()
                    .filter(it -> !(it instanceof RouterLayout) && !Notices.isNotice(it))
                    .toList()
                    .forEach(overlay -> overlay.getElement().removeFromParent());
        }
    }

    @Override
    public void navigate(String path) {
        Location page = new Location(path);
        UI.getCurrent().navigate(page.getPath(), page.getQueryParameters());
    }

    @Override
    public void leaveTo(String address) {
        UI.getCurrent().getPage().setLocation(address);
    }

    @Override
    public void notify(String text) {
        Notices.done(text);
    }

    @Override
    public void notifyProblem(String text) {
        Notices.problem(text);
    }

    @Override
    public void notifyWithUndo(String text, Runnable undo) {
        open.show(Notices.withUndo(text, undo), plugin.id());
    }

    @Override
    public void confirm(String title, String text, String verb, Runnable act) {
        Confirm.ask(title, text, verb, act);
    }
}
