package dev.portico.host.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission needed to open a view. It is checked before the view is built, at every navigation. A view that
 * everybody who signed in may open carries {@link jakarta.annotation.security.PermitAll} instead; a view with neither
 * is refused.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresPermission {

    /** Key of the permission. */
    String value();
}
