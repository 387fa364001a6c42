package dev.portico.host.shell;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ids that a user reads out and an administrator finds in the log. */
public final class SupportId {

    private static final Logger LOG = LoggerFactory.getLogger(SupportId.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private SupportId() {}

    /**
     * Logs a failure under a new id.
     *
     * @param what was attempted, such as "Opening /companies"
     * @return the id, for the user
     */
    public static String log(String what, Throwable failure) {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        LOG.error("{} failed, support id {}", what, id, failure);
        return id;
    }
}
