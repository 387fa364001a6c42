package dev.portico.host.integrations;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.api.screen.WizardStepDeclaration;
import dev.portico.host.plugins.RunningPlugin;
import dev.portico.host.texts.Texts;
import java.util.List;

/** The numbered steps of a wizard with a line between them: done ones have a check, the current one the accent. */
class WizardSteps extends OrderedList {

    private static final Texts TEXTS = Texts.of("integrations");

    WizardSteps(RunningPlugin plugin, List<WizardStepDeclaration> steps, WizardStepDeclaration current) {
        addClassName("steps");
        getElement().setAttribute("aria-label", TEXTS.text("wizard.steps"));
        int now = steps.indexOf(current);
        for (int position = 0; position < steps.size(); position++) {
            add(item(position, now, plugin.text(steps.get(position).titleKey())));
        }
    }

    private static ListItem item(int position, int now, String title) {
        Span number = new Span();
        number.addClassName("step-number");
        Span name = new Span(title);
        name.addClassName("step-name");
        ListItem item = new ListItem(number, name);
        if (position < now) {
            number.add(VaadinIcon.CHECK_CIRCLE.create());
            item.addClassName("step-done");
            item.getElement().setAttribute("aria-label", TEXTS.text("wizard.done", title));
        } else {
            number.setText(String.valueOf(position + 1));
        }
        if (position == now) {
            item.addClassName("step-now");
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }
}
