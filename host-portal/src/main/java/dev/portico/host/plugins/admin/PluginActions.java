package dev.portico.host.plugins.admin;

import dev.portico.host.plugins.PluginAdministration;
import dev.portico.host.plugins.PluginBusy;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.PluginOverview.Upgrade;
import dev.portico.host.plugins.Wanted;
import dev.portico.host.plugins.packages.PackagePolicy;
import dev.portico.host.shell.Confirm;
import dev.portico.host.shell.Notices;
import dev.portico.host.texts.Texts;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does what the user chose for a plugin; asks first where something is lost, and says what went wrong. */
@Component
class PluginActions {

    private static final Texts TEXTS = Texts.of("plugins");

    private final PluginAdministration administration;
    private final PackagePolicy policy;

    PluginActions(PluginAdministration administration, PackagePolicy policy) {
        this.administration = administration;
        this.policy = policy;
    }

    /** Switches a plugin on or off at once; the notice offers to take it back. */
    void toggle(PluginOverview plugin) {
        boolean enable = plugin.wanted() != Wanted.ENABLED;
        boolean done = attempt(() -> administration.setEnabled(plugin.id(), enable));
        if (done) {
            Notices.withUndo(
                    TEXTS.text(enable ? "done.enabled" : "done.disabled", plugin.brings().name()),
                    () -> attempt(() -> administration.setEnabled(plugin.id(), !enable)));
        }
    }

    void act(PluginAction action, PluginOverview plugin) {
        String id = plugin.id();
        switch (action) {
            case TRY_AGAIN -> attempt(() -> administration.tryAgain(id));
            case RETRY_UPGRADE -> attempt(() -> administration.retryUpgrade(id));
            case WITHDRAW_UPGRADE -> withdraw(plugin);
            case GO_BACK -> goBack(plugin);
            case UPLOAD -> upload(Optional.of(plugin));
            case REMOVE -> new RemovePluginDialog(administration, this, plugin).open();
        }
    }

    /**
     * Lets the user choose a package.
     *
     * @param expected the plugin of which it should be a version
     */
    void upload(Optional<PluginOverview> expected) {
        new InstallDialog(administration, this, (int) policy.largestPackage().toBytes(), expected).open();
    }

    private void withdraw(PluginOverview plugin) {
        String version = plugin.upgrade().map(Upgrade::version).orElse("");
        if (attempt(() -> administration.withdrawUpgrade(plugin.id()))) {
            Notices.done(TEXTS.text("done.withdrawn", plugin.brings().name(), version));
        }
    }

    private void goBack(PluginOverview plugin) {
        String name = plugin.brings().name();
        String previous = plugin.previousVersion().orElse("");
        Confirm.ask(
                TEXTS.text("back.title", name, previous),
                TEXTS.text("back.text", name, plugin.version(), previous),
                TEXTS.text("back.verb", previous),
                () -> attempt(() -> administration.goBack(plugin.id())));
    }

    /** Does something and tells the user if it could not be done; no, if that is so. */
    boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (PluginBusy e) {
            Notices.problem(e.getMessage());
        } catch (NoSuchElementException e) { // why: somebody else removed it, or the other version, in the meantime
            Notices.problem(TEXTS.text("gone.meanwhile"));
        }
        return false;
    }
}
