package dev.portico.host.notifications;

import java.time.Instant;

/**
 * What a user was told.
 *
 * @param id ascending with time
 * @param path page of the portal to open
 * @param read whether the user has seen it, or the matter was settled
 */
record StoredNotice(long id, String title, String text, String path, Instant at, boolean read) {}
