package dev.portico.api.host;

/** The record of who did what; entries stay when the plugin goes. */
public interface AuditTrail {

    /**
     * Records an act of the current user, or of the portal itself in a background job.
     *
     * @param action short and stable, such as {@code mapping.saved}
     * @param subject what it was done to, readable
     * @param details readable; never a secret
     */
    void record(String action, String subject, String details);
}
