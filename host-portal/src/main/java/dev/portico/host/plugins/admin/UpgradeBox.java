package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.PluginOverview.Phase;
import dev.portico.host.plugins.PluginOverview.Upgrade;
import dev.portico.host.texts.Texts;
import java.util.Optional;

/** An upgrade that waits, runs or failed, with what can be done about it. */
class UpgradeBox extends Div {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient PluginActions actions;
    private transient Optional<Upgrade> shown = Optional.empty();

    UpgradeBox(PluginActions actions) {
        this.actions = actions;
        getElement().setAttribute("aria-live", "polite");
        setVisible(false);
    }

    void show(PluginOverview plugin) {
        Optional<Upgrade> upgrade = plugin.wanted().removal() ? Optional.empty() : plugin.upgrade();
        setVisible(upgrade.isPresent());
        if (!upgrade.equals(shown)) {
            shown = upgrade;
            removeAll();
            upgrade.ifPresent(it -> build(it, plugin));
        }
    }

    private void build(Upgrade upgrade, PluginOverview plugin) {
        boolean failed = upgrade.phase() == Phase.FAILED;
        setClassName("problem", failed);
        setClassName("box", !failed);
        Span title = new Span(title(upgrade));
        title.addClassName("problem-title");
        add(title);
        if (upgrade.phase() == Phase.RUNNING) {
            ProgressBar bar = new ProgressBar();
            bar.setIndeterminate(true);
            bar.getElement().setAttribute("aria-label", title(upgrade));
            add(bar, new Paragraph(TEXTS.text("upgrade.running.text", plugin.version())));
            return;
        }
        upgrade.problem().ifPresent(it -> add(new Paragraph(it)));
        if (failed) {
            add(new Paragraph(TEXTS.text("problem.upgrade.remedy", plugin.version())));
        }
        Div buttons = new Div();
        buttons.addClassName("buttons");
        if (failed) {
            buttons.add(button(PluginAction.RETRY_UPGRADE, "upgrade.retry", plugin));
        }
        buttons.add(button(PluginAction.WITHDRAW_UPGRADE, "upgrade.withdraw", plugin));
        add(buttons);
    }

    private static String title(Upgrade upgrade) {
        return switch (upgrade.phase()) {
            case WAITING -> TEXTS.text("upgrade.waiting", upgrade.version());
            case RUNNING -> TEXTS.text("upgrade.running", upgrade.version());
            case FAILED -> TEXTS.text("upgrade.failed", upgrade.version());
        };
    }

    private Button button(PluginAction action, String key, PluginOverview plugin) {
        Button button = new Button(TEXTS.text(key), click -> actions.act(action, plugin));
        button.setDisableOnClick(true);
        return button;
    }
}
