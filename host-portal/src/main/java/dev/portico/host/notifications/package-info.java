/** What people are told: stored for each user, shown at the bell of every open window. */
@NullMarked
package dev.portico.host.notifications;

import org.jspecify.annotations.NullMarked;
