package dev.portico.api.host;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is acting. In a background job it is the portal itself, which may do everything. */
public interface CurrentUser {

    /** Sign-in name, or {@code system}. */
    String name();

    /** Whether the user has the permission, at this moment. */
    boolean may(String permission);

    /**
     * Refuses the call unless the user has the permission.
     *
     * @throws PermissionDenied if not
     */
    void require(String permission) throws PermissionDenied;

    /** Whose data the user may see; part of every query over companies' data. */
    CompanyScope companies();

    /**
     * The company whose user this is, if it is a client user; empty for the MSP's own people and for the portal itself.
     * It says who somebody is, not what somebody may see: that is {@link #companies()}.
     */
    Optional<UUID> client();

    /** Companies a user may see. */
    sealed interface CompanyScope {

        /** Every company. */
        record All() implements CompanyScope {}

        /** These companies; none if empty. */
        record Only(Set<UUID> ids) implements CompanyScope {
            public Only {
                ids = Set.copyOf(ids);
            }
        }
    }
}
