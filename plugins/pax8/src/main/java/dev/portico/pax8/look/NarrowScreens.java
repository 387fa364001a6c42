package dev.portico.pax8.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/** Tells lists when they are shown on a phone, where rows become two-line items. */
public final class NarrowScreens {

    private static final int NARROW = 600;

    private NarrowScreens() {}

    /** Calls back now and whenever the window is resized, until the component is detached. */
    public static void follow(Component component, Consumer<Boolean> narrow) {
        UI ui = UI.getCurrent();
        ui.getPage().retrieveExtendedClientDetails(details -> {
            int width = details.getWindowInnerWidth();
            narrow.accept(width > 0 && width < NARROW);
        });
        Registration resizes =
                ui.getPage().addBrowserWindowResizeListener(event -> narrow.accept(event.getWidth() < NARROW));
        component.addDetachListener(event -> resizes.remove());
    }
}
