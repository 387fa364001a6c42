package dev.portico.host.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import dev.portico.api.host.PermissionDenied;
import dev.portico.host.texts.Texts;
import jakarta.servlet.http.HttpServletResponse;

/** Stands in the place of a screen that failed to open. */
@ParentLayout(MainLayout.class)
class BrokenView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("shell");

    BrokenView() {
        addClassName("page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (parameter.getException() instanceof PermissionDenied) {
            show(VaadinIcon.LOCK, TEXTS.text("no-access.title"), TEXTS.text("no-access.text"));
            return HttpServletResponse.SC_FORBIDDEN;
        }
        String id = SupportId.log("Opening /" + event.getLocation().getPath(), parameter.getException());
        show(VaadinIcon.WARNING, TEXTS.text("broken.title"), TEXTS.text("broken.text", id));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return Titles.page(TEXTS.text("broken.title"));
    }

    private void show(VaadinIcon icon, String title, String text) {
        add(new EmptyState(icon, title, text, new Anchor(".", TEXTS.text("to-overview"))));
    }
}
