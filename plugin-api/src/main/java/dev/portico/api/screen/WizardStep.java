package dev.portico.api.screen;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;

/** Makes the content of a wizard step. One bean serves all users. */
public interface WizardStep {

    /** Makes the content for one visit; called with the session locked. */
    Page open(WizardContext context);

    /** What the wizard needs to know besides the visit. */
    interface WizardContext extends ScreenContext {

        /** Tells the wizard to ask {@link Page#obstacle()} again and to redraw its footer. */
        void changed();

        /** Leads to the step after this one. */
        void next();

        /** Address that starts the OAuth flow of this plugin and comes back to this step. */
        Optional<String> connectAddress();
    }

    /** The content of one visit. */
    interface Page {

        /** The middle of the page. */
        Component content();

        /** Buttons of the step's own for the footer's left side. */
        default List<Component> footer() {
            return List.of();
        }

        /** Buttons of the step's own that stand before Next, such as Save All. */
        default List<Component> save() {
            return List.of();
        }

        /** Why Next cannot go on now, as a translated sentence; empty if it can. */
        default Optional<String> obstacle() {
            return Optional.empty();
        }

        /** Called when Next of the last step, Complete, was pressed; returns the page to go to. */
        default String complete() {
            return "settings/integrations";
        }
    }
}
