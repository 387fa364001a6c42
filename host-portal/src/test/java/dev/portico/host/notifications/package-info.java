@NullMarked
package dev.portico.host.notifications;

import org.jspecify.annotations.NullMarked;
