/** Background jobs of the plugins: one job request for all of them, schedules and run history, on JobRunr. */
@NullMarked
package dev.portico.host.jobs;

import org.jspecify.annotations.NullMarked;
