package dev.portico.host.plugins;

import java.util.ResourceBundle;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.logging.LogFactory;
import org.springframework.beans.CachedIntrospectionResults;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/** Static caches of Spring, Flyway and the JDK, which would keep the classes of a plugin that has gone. */
final class SpringCaches {

    private SpringCaches() {}

    private static void forget() {
        ResolvableType.clearCache();
        AnnotationUtils.clearCache();
        ReflectionUtils.clearCache();
    }

    /** Forgets what was learnt of the classes of one loader. */
    static void forget(ClassLoader loader) {
        CachedIntrospectionResults.clearClassLoader(loader);
        ResourceBundle.clearCache(loader);
        // why: Flyway keeps the configuration it ran with last, and that refers to the plugin's loader
        LogFactory.setConfiguration(new ClassicConfiguration(SpringCaches.class.getClassLoader()));
        forget();
    }
}
