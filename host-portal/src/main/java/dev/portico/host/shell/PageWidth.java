package dev.portico.host.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/** Tells a screen whether it is shown on a phone, where rows become two-line items. */
public final class PageWidth {

    private static final int PHONE = 600;

    private PageWidth() {}

    /**
     * Calls back now and whenever the browser's window is resized, until the component is detached.
     *
     * @param component is attached
     * @param narrow receives whether the window is narrower than 600 pixels
     */
    public static void follow(Component component, Consumer<Boolean> narrow) {
        UI ui = component.getUI().orElseThrow();
        int width = ui.getPage().getExtendedClientDetails().getWindowInnerWidth();
        narrow.accept(width > 0 && width < PHONE);
        Registration resized =
                ui.getPage().addBrowserWindowResizeListener(resize -> narrow.accept(resize.getWidth() < PHONE));
        component.addDetachListener(detached -> {
            detached.unregisterListener();
            resized.remove();
        });
    }
}
