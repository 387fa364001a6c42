package dev.portico.api;

/**
 * Who a plugin is.
 *
 * @param name proper name, such as "Pax8"; not translated
 * @param initials one to three characters for the logo tile
 * @param categoryKey text key of the category, such as "Distributor"
 * @param summaryKey text key of one sentence that says what the integration does
 * @param documentation address of a page for people; may be empty
 */
public record PluginProfile(
        String name, String initials, String categoryKey, String summaryKey, String documentation) {}
