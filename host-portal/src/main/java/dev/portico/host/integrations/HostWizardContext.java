package dev.portico.host.integrations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import dev.portico.api.screen.WizardStep;
import dev.portico.host.plugins.RunningPlugin;
import dev.portico.host.screens.HostScreenContext;
import dev.portico.host.screens.OpenScreens;
import dev.portico.host.shell.Refresher;
import dev.portico.host.shell.PageHead;
import java.util.Optional;

/** A visit to a step of a wizard. */
class HostWizardContext extends HostScreenContext implements WizardStep.WizardContext {

    private final Optional<String> connectAddress;
    private final WizardFooter footer;

    HostWizardContext(
            RunningPlugin plugin,
            PageHead head,
            Div body,
            Location location,
            Refresher refresher,
            OpenScreens open,
            Optional<String> connectAddress,
            WizardFooter footer) {
        super(plugin, head, body, location, refresher, open);
        this.connectAddress = connectAddress;
        this.footer = footer;
    }

    @Override
    public void changed() {
        footer.redraw();
    }

    @Override
    public void next() {
        footer.next();
    }

    @Override
    public Optional<String> connectAddress() {
        return connectAddress;
    }
}
