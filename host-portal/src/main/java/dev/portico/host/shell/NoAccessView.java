package dev.portico.host.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import dev.portico.host.texts.Texts;
import jakarta.servlet.http.HttpServletResponse;

/** Stands in the place of a screen for which the user lacks the permission. */
@ParentLayout(MainLayout.class)
class NoAccessView extends Div implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("shell");

    NoAccessView() {
        addClassName("page");
        add(new EmptyState(
                VaadinIcon.LOCK,
                TEXTS.text("no-access.title"),
                TEXTS.text("no-access.text"),
                new Anchor(".", TEXTS.text("to-overview"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return Titles.page(TEXTS.text("no-access.title"));
    }
}
