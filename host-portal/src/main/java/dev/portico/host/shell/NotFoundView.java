package dev.portico.host.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import dev.portico.host.texts.Texts;
import jakarta.servlet.http.HttpServletResponse;

/** Stands at an address where there is no screen, such as one of a plugin that was disabled. */
@ParentLayout(MainLayout.class)
class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("shell");

    NotFoundView() {
        addClassName("page");
        add(new EmptyState(
                VaadinIcon.QUESTION_CIRCLE_O,
                TEXTS.text("not-found.title"),
                TEXTS.text("not-found.text"),
                new Anchor(".", TEXTS.text("to-overview"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return Titles.page(TEXTS.text("not-found.title"));
    }
}
