package dev.portico.host.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.portico.host.security.people.ColorSchemes;
import org.springframework.stereotype.Component;

/** Prepares every page before the browser draws it, and catches what the screens let fall. */
@Component
class PageSetup implements VaadinServiceInitListener {

    private final transient ColorSchemes schemes;
    private final transient PageStatus status;

    PageSetup(ColorSchemes schemes, PageStatus status) {
        this.schemes = schemes;
        this.status = status;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::prepare);
        event.getSource().addSessionInitListener(PageSetup::prepare);
    }

    private void prepare(IndexHtmlResponse page) {
        var scheme = SchemeMenu.valueOf(schemes.chosen());
        // why: on the document itself, else a dark page would flash light until the client engine runs
        page.getDocument()
                .selectFirst("html")
                .attr("theme", scheme.getThemeValue())
                .attr("style", "color-scheme: " + scheme.getValue() + ";");
        page.getVaadinResponse().setStatus(status.of(page.getVaadinRequest()));
    }

    private static void prepare(SessionInitEvent event) {
        event.getSession().setErrorHandler(new UnexpectedErrors());
    }
}
