package dev.portico.host.plugins.admin;

import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.PluginOverview.Phase;
import dev.portico.host.plugins.PluginOverview.Upgrade;
import dev.portico.host.plugins.PluginStatus.State;
import dev.portico.host.texts.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be done with a plugin besides switching it on and off. */
enum PluginAction {
    TRY_AGAIN,
    RETRY_UPGRADE,
    WITHDRAW_UPGRADE,
    GO_BACK,
    UPLOAD,
    REMOVE;

    private static final Texts TEXTS = Texts.of("plugins");

    /** Those that make sense now. */
    static List<PluginAction> of(PluginOverview plugin) {
        return Arrays.stream(values()).filter(it -> it.fits(plugin)).toList();
    }

    private boolean fits(PluginOverview plugin) {
        if (plugin.wanted().removal()) {
            return false;
        }
        return switch (this) {
            case TRY_AGAIN -> plugin.state() == State.FAILED;
            case RETRY_UPGRADE -> plugin.upgrade().map(Upgrade::phase).filter(Phase.FAILED::equals).isPresent();
            case WITHDRAW_UPGRADE -> plugin.upgrade().map(Upgrade::phase).filter(it -> it != Phase.RUNNING).isPresent();
            case GO_BACK -> plugin.previousVersion().isPresent() && plugin.upgrade().isEmpty();
            case UPLOAD, REMOVE -> true;
        };
    }

    /** Whether something is lost by it. */
    boolean dangerous() {
        return this == REMOVE;
    }

    String label(PluginOverview plugin) {
        String version = this == GO_BACK
                ? plugin.previousVersion().orElse("")
                : plugin.upgrade().map(Upgrade::version).orElse("");
        return TEXTS.text("action." + name().toLowerCase(Locale.ROOT).replace('_', '-'), version);
    }
}
