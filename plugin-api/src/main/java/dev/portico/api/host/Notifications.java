package dev.portico.api.host;

import java.util.UUID;

/**
 * Tells people that something happened that concerns them. What is told stands at the bell of every open window within
 * about a second, and on a page of its own for later; it may be sent by e-mail as well. Can be called on a user's
 * thread and in a background job, and needs no permission.
 *
 * <p>A notice is stored apart from the plugin's own transaction. Telling the same user the same key again does nothing,
 * so a caller tells after its own work was committed, and may tell again after a crash.
 */
public interface Notifications {

    /**
     * Tells one user.
     *
     * @param signInName as of {@link CurrentUser#name()}; nobody is told if there is no such enabled user
     */
    void tellUser(String signInName, Notice notice);

    /**
     * Tells the MSP's own people: every enabled user who is no client user, has the permission and may see the company.
     *
     * @param permission its key
     * @param company whose matter it is
     */
    void tellHolders(String permission, UUID company, Notice notice);

    /**
     * Tells the client's people: every enabled client user of the company who has the permission.
     *
     * @param company whose users
     * @param permission its key
     */
    void tellClient(UUID company, String permission, Notice notice);

    /** Marks what this plugin told about a topic as read, for everybody: such as when a colleague has dealt with it. */
    void settle(String topic);

    /**
     * What is told.
     *
     * @param key unique for the plugin and the user told, such as {@code request-4711-approved}; at most 200 characters
     * @param topic what it is about, such as {@code request-4711}; at most 200 characters
     * @param title translated, a few words
     * @param text translated, a sentence or two; may be empty
     * @param path the page of the portal to open, without a leading slash; query parameters are allowed
     */
    record Notice(String key, String topic, String title, String text, String path) {}
}
