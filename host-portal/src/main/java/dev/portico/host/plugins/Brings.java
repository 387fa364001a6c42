package dev.portico.host.plugins;

import java.util.List;

/**
 * What a package says of itself and would bring, read from its declarations without starting it. Texts are English.
 *
 * @param name proper name
 * @param initials for the logo tile
 * @param category what kind of integration it is
 * @param summary one sentence
 * @param documentation address of a page for people; may be empty
 * @param screens pages it adds
 * @param jobs background jobs it adds
 * @param permissions permissions that roles can be given while it is enabled
 * @param hosts host names it talks to, with the portal's present settings
 * @param wizardSteps titles of the steps of its set-up wizard
 * @param signsInElsewhere whether it asks administrators to connect an account by OAuth
 * @param migrations numbers of the changes it makes to its own tables, ascending
 */
public record Brings(
        String name,
        String initials,
        String category,
        String summary,
        String documentation,
        List<Screen> screens,
        List<Job> jobs,
        List<Permission> permissions,
        List<String> hosts,
        List<String> wizardSteps,
        boolean signsInElsewhere,
        List<String> migrations) {

    /** A page. */
    public record Screen(String path, String title, String permission) {}

    /**
     * A background job.
     *
     * @param schedule five-field cron expression; empty if it runs on request only
     */
    public record Job(String id, String name, String schedule) {}

    /** A permission. */
    public record Permission(String key, String name) {}

    /** Of a package that was installed before declarations were kept. */
    static Brings unknown(String id) {
        return new Brings(
                id, id.substring(0, 1).toUpperCase(java.util.Locale.ROOT), "", "", "", List.of(), List.of(), List.of(),
                List.of(), List.of(), false, List.of());
    }
}
