package dev.portico.host.integrations;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.portico.api.screen.WizardStep;
import dev.portico.api.screen.WizardStepDeclaration;
import dev.portico.host.oauth.PluginConnections;
import dev.portico.host.plugins.PluginCallFailed;
import dev.portico.host.plugins.RunningPlugin;
import dev.portico.host.shell.ErrorBox;
import dev.portico.host.screens.HostScreenContext;
import dev.portico.host.screens.OpenScreens;
import dev.portico.host.screens.ShowsPlugin;
import dev.portico.host.shell.Refresher;
import dev.portico.host.security.RequiresPermission;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.Titles;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.Optional;

/** The frame of a set-up wizard: numbered steps above, the plugin's step in the middle, the buttons below. */
@Route(value = "settings/integrations/:plugin/setup/:step?", layout = MainLayout.class)
@RequiresPermission(IntegrationService.PERMISSION)
class WizardView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, ShowsPlugin {

    private static final Texts TEXTS = Texts.of("integrations");

    private final IntegrationService service;
    private final PluginConnections connections;
    private final OpenScreens open;
    private final Refresher refresher;
    private String title = "";
    private Location location = new Location("");
    private Optional<HostWizardContext> visit = Optional.empty();

    WizardView(
            IntegrationService service, PluginConnections connections, OpenScreens open, Refresher refresher) {
        this.service = service;
        this.connections = connections;
        this.open = open;
        this.refresher = refresher;
        addClassNames("page", "wizard");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RunningPlugin plugin = event.getRouteParameters()
                .get("plugin")
                .flatMap(service::plugin)
                .orElseThrow(NotFoundException::new);
        List<WizardStepDeclaration> steps = plugin.call("wizard", () -> plugin.declarations().wizard());
        Optional<String> wanted = event.getRouteParameters().get("step");
        if (wanted.isEmpty()) {
            event.forwardTo(address(plugin, steps.getFirst()));
            return;
        }
        WizardStepDeclaration current = steps.stream()
                .filter(step -> step.id().equals(wanted.get()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        show(plugin, steps, current, event);
    }

    private static String address(RunningPlugin plugin, WizardStepDeclaration step) {
        return "settings/integrations/" + plugin.id() + "/setup/" + step.id();
    }

    private void show(
            RunningPlugin plugin,
            List<WizardStepDeclaration> steps,
            WizardStepDeclaration current,
            BeforeEnterEvent event) {
        removeAll();
        visit.ifPresent(context -> context.end(event.getUI()));
        visit = Optional.empty();
        location = event.getLocation();
        open.show(this, plugin.id());
        if (service.plugin(plugin.id()).isEmpty()) {
            // why: the plugin has just gone, and its windows were led away before this one was among them
            throw new NotFoundException();
        }
        String name = plugin.call("profile", () -> plugin.declarations().profile().name());
        title = TEXTS.text("wizard.title", name);
        PageHead head = new PageHead(title);
        Div body = new Div();
        body.addClassName("wizard-body");
        WizardFooter footer = new WizardFooter();
        add(head, new WizardSteps(plugin, steps, current), body, footer);
        int position = steps.indexOf(current);
        HostWizardContext context = new HostWizardContext(
                plugin, head, body, event.getLocation(), refresher, open, connections.connectAddress(plugin.id()), footer);
        visit = Optional.of(context);
        try {
            WizardStep.Page page = plugin.call(
                    "wizard step " + current.id(), () -> plugin.bean(current.step()).open(context));
            body.add(plugin.call("wizard content", page::content));
            footer.show(
                    plugin,
                    page,
                    position == 0 ? Optional.empty() : Optional.of(address(plugin, steps.get(position - 1))),
                    position == steps.size() - 1
                            ? Optional.empty()
                            : Optional.of(address(plugin, steps.get(position + 1))));
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
        Optional<HostWizardContext> ended = visit;
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
