package dev.portico.host.integrations;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.api.screen.WizardStep;
import dev.portico.host.plugins.PluginCallFailed;
import dev.portico.host.plugins.RunningPlugin;
import dev.portico.host.shell.Notices;
import dev.portico.host.texts.Texts;
import java.util.Optional;

/** The buttons of a wizard: the step's own at the left, Back, Save and Next at the right. */
class WizardFooter extends Div {

    private static final Texts TEXTS = Texts.of("integrations");

    private final Div left = new Div();
    private final Div right = new Div();
    private final Span obstacle = new Span();
    private final Button back = new Button(TEXTS.text("wizard.back"));
    private final Button next = new Button();
    private Runnable onNext = () -> {};
    private Runnable onRedraw = () -> {};

    WizardFooter() {
        addClassName("wizard-footer");
        left.addClassName("wizard-footer-side");
        right.addClassName("wizard-footer-side");
        obstacle.addClassName("wizard-obstacle");
        obstacle.setId("wizard-obstacle");
        obstacle.getElement().setAttribute("role", "status");
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.getElement().setAttribute("aria-describedby", "wizard-obstacle");
        next.addClickListener(click -> next());
        add(left, obstacle, right);
    }

    /** Shows the buttons of a step; no address after it means it is the last one. */
    void show(RunningPlugin plugin, WizardStep.Page page, Optional<String> before, Optional<String> after) {
        left.removeAll();
        right.removeAll();
        before.ifPresent(address -> {
            back.addClickListener(click -> UI.getCurrent().navigate(address));
            right.add(back);
        });
        left.add(plugin.call("wizard buttons", page::footer));
        right.add(plugin.call("wizard buttons", page::save));
        right.add(next);
        next.setText(TEXTS.text(after.isPresent() ? "wizard.next" : "wizard.complete"));
        onNext = () -> leave(plugin, page, after);
        onRedraw = () -> obstacle.setText("");
    }

    void redraw() {
        onRedraw.run();
    }

    void next() {
        onNext.run();
    }

    /** Goes on, or says why it cannot. */
    private void leave(RunningPlugin plugin, WizardStep.Page page, Optional<String> after) {
        try {
            Optional<String> reason = plugin.call("wizard obstacle", page::obstacle);
            obstacle.setText(reason.orElse(""));
            if (reason.isEmpty()) {
                UI.getCurrent().navigate(after.orElseGet(() -> plugin.call("wizard complete", page::complete)));
            }
        } catch (PluginCallFailed e) {
            Notices.problem(e.getMessage());
        }
    }
}
