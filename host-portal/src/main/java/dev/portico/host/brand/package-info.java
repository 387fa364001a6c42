/** How the portal presents itself, on its pages and before anybody has signed in. */
@NullMarked
package dev.portico.host.brand;

import org.jspecify.annotations.NullMarked;
