package dev.portico.api.job;

import java.util.Optional;

/**
 * A background job of a plugin. At most one run of it is under way at a time.
 *
 * @param id letters, digits and dashes, such as {@code subscriptions}
 * @param nameKey text key of its name, such as "Pax8: sync subscriptions"
 * @param schedule five-field cron expression in the portal's time zone; empty if it runs on request only
 * @param job the bean that does the work
 */
public record JobDeclaration(
        String id, String nameKey, Optional<String> schedule, Class<? extends PluginJob> job) {}
