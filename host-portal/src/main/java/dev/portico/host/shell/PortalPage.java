package dev.portico.host.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page that carries every screen: theme, style sheet, push. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("portico.css")
public class PortalPage implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icons/portico.svg", "any");
        settings.addMetaTag("theme-color", "#3a5fcd");
    }
}
