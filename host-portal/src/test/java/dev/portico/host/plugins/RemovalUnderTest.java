package dev.portico.host.plugins;

import dev.portico.host.security.Acting;
import org.springframework.beans.factory.annotation.Autowired;

/** A plugin that can be removed. */
abstract class RemovalUnderTest extends LifeCycleTest {

    @Autowired
    PluginAdministration administration;

    /** With a permission of its own and one that the portal has too. */
    PluginJarBuilder plugin() {
        return firstVersion().replacing(
                "\"permission\"));", "\"permission\"), new PermissionDeclaration(\"manage_plugins\", \"permission\"));");
    }

    void remove(boolean withData) {
        Acting.asSystem(() -> administration.remove(id, withData));
    }
}
