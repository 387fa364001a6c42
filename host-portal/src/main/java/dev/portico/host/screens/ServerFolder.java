package dev.portico.host.screens;

import dev.portico.host.database.DataFolder;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets the web server keep its files, such as uploads under way, in the data folder. In the system's folder for temporary
 * files each start would leave a folder behind, and what cleans up there would end uploads some days after the start.
 */
@Component
class ServerFolder implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private final DataFolder dataFolder;

    ServerFolder(DataFolder dataFolder) {
        this.dataFolder = dataFolder;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.setBaseDirectory(dataFolder.path().resolve("tomcat").toFile());
    }
}
