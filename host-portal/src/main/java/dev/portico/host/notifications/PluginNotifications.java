package dev.portico.host.notifications;

import dev.portico.api.host.Notifications;
import dev.portico.api.host.Notifications.Notice;
import dev.portico.host.security.people.Recipients;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Takes what plugins tell to whom it concerns. */
@Service
public class PluginNotifications {

    private final Recipients recipients;
    private final NoticeStore store;

    PluginNotifications(Recipients recipients, NoticeStore store) {
        this.recipients = recipients;
        this.store = store;
    }

    /** What one plugin is offered. */
    public Notifications forOwner(String owner) {
        return new Notifications() {
            @Override
            public void tellUser(String signInName, Notice notice) {
                store.add(owner, recipients.named(signInName), notice);
            }

            @Override
            public void tellHolders(String permission, UUID company, Notice notice) {
                store.add(owner, recipients.staff(company, permission), notice);
            }

            @Override
            public void tellClient(UUID company, String permission, Notice notice) {
                store.add(owner, recipients.clients(company, permission), notice);
            }

            @Override
            public void settle(String topic) {
                store.settle(owner, topic);
            }
        };
    }

    /** Tells all of the MSP's people who hold a permission, in the name of a plugin: what is no single company's matter. */
    public void tellHolders(String owner, String permission, Notice notice) {
        store.add(owner, recipients.staff(permission), notice);
    }

    /** How many notices of a plugin are stored. */
    public long count(String owner) {
        return store.count(owner);
    }

    /** Deletes all that a plugin told. */
    public void deleteAll(String owner) {
        store.deleteAll(owner);
    }
}
