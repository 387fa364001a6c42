package dev.portico.host.notifications;

import com.vaadin.flow.shared.Registration;
import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.security.PortalUser;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The notices of the current user, and of nobody else. */
@Service
class UserNotices {

    private final NoticeStore store;
    private final NoticeSignals signals;
    private final HostCurrentUser user;

    UserNotices(NoticeStore store, NoticeSignals signals, HostCurrentUser user) {
        this.store = store;
        this.signals = signals;
        this.user = user;
    }

    long unread() {
        return me().map(store::unread).orElse(0L);
    }

    /** The newest, at most so many. */
    List<StoredNotice> newest(int limit) {
        return before(Long.MAX_VALUE, limit);
    }

    /** Those that are older than one, newest first. */
    List<StoredNotice> before(long id, int limit) {
        return me().map(mine -> store.before(mine, id, limit)).orElse(List.of());
    }

    void markRead(long id) {
        me().ifPresent(mine -> store.markRead(mine, id));
    }

    void markAllRead() {
        me().ifPresent(store::markAllRead);
    }

    /** Calls back, on any thread, after the notices of the user who is current now have changed on any node. */
    Registration onChange(Runnable listener) {
        return me().map(mine -> signals.onChange(mine, listener)).orElse(() -> {});
    }

    private Optional<UUID> me() {
        return user.signedIn().map(PortalUser::id);
    }
}
