package dev.portico.host.notifications;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what was read long ago. */
@Component
class NoticeJanitor {

    private static final Logger log = LoggerFactory.getLogger(NoticeJanitor.class);
    private static final Duration KEEP = Duration.ofDays(90);

    private final NoticeStore store;

    NoticeJanitor(NoticeStore store) {
        this.store = store;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void clean() {
        int forgotten = store.forgetReadBefore(KEEP);
        if (forgotten > 0) {
            log.info("Forgot {} notices that were read more than {} days ago", forgotten, KEEP.toDays());
        }
    }
}
