package dev.portico.pax8.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout.OverlayContainment;
import dev.portico.api.screen.ScreenContext;

/** A list and, beside it, one of its rows in detail; where there is no room for both, the detail lies over the page. */
public final class ListAndDetail {

    private final MasterDetailLayout layout = new MasterDetailLayout();

    /**
     * A list without a detail.
     *
     * @param listWidth what the list needs beside a detail, as a CSS length
     * @param detailName what the detail is called for those who do not see it
     * @param leave called when the user presses Escape in the detail or clicks beside it
     */
    public ListAndDetail(Component list, String listWidth, String detailName, ScreenContext context, Runnable leave) {
        layout.setMaster(list);
        layout.setMasterSize("min(" + listWidth + ", 100%)", true);
        layout.setDetailSize("26rem");
        layout.setOverlaySize("min(30rem, 100%)");
        layout.setOverlayContainment(OverlayContainment.PAGE);
        layout.addBackdropClickListener(click -> leave.run());
        layout.addDetailEscapePressListener(press -> leave.run());
        layout.addClassName("portico-split");
        context.nameDetail(layout, detailName);
    }

    /** Both of them. */
    public Component content() {
        return layout;
    }

    /** Shows a detail instead of the one before. */
    public void show(Component detail) {
        layout.setDetail(detail);
    }

    /** Shows the list alone. */
    public void hide() {
        layout.setDetail(null);
    }
}
