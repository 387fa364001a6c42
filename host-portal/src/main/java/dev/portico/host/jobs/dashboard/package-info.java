/** JobRunr's dashboard inside the portal's origin, sign-in and permissions. */
@NullMarked
package dev.portico.host.jobs.dashboard;

import org.jspecify.annotations.NullMarked;
