package dev.portico.sandbox.behaviour;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sandbox answers where Pax8 is known to differ from its documents, or nobody knows.
 *
 * @param commitmentField      name of the commitment in subscriptions: commitment (seen) or commitmentTerm (documented)
 * @param rejectOversize       whether a page size above 200 is answered with 400; otherwise 200 is used
 * @param omitEmptyContent     whether an empty page lacks its content field
 * @param flatErrors           whether refusals come as {"errors":[...]} (404, 422) or {"error":...} (400) instead of the documented form
 * @param statusDelayMillis    how long a changed subscription stays PendingAutomated; 0 changes no status
 * @param lateQuantity         whether a changed quantity shows only after that delay
 * @param lateSubscriptionId   whether the lines of a new order lack their subscriptionId until that delay is over
 * @param unknownValues        whether some companies and subscriptions carry a status that no document has
 * @param latencyMillis        how much later every API answer comes
 * @param requirePkce          whether authorization needs a code challenge
 * @param anyLoopbackRedirect  whether every redirect to this machine is accepted, registered or not
 * @param rotateRefreshTokens  whether each refresh replaces the refresh token
 * @param accessTokenSeconds   life of new access tokens
 * @param refreshTokenSeconds  life of new refresh tokens
 */
@ConfigurationProperties("sandbox.behaviour")
public record Behaviour(@DefaultValue("commitment") String commitmentField,
                        boolean rejectOversize,
                        boolean omitEmptyContent,
                        boolean flatErrors,
                        @DefaultValue("1500") int statusDelayMillis,
                        boolean lateQuantity,
                        boolean lateSubscriptionId,
                        boolean unknownValues,
                        int latencyMillis,
                        boolean requirePkce,
                        boolean anyLoopbackRedirect,
                        boolean rotateRefreshTokens,
                        @DefaultValue("86400") int accessTokenSeconds,
                        @DefaultValue("7776000") int refreshTokenSeconds) {

    /** Refuses values that no answer could be made of. */
    public Behaviour {
        if (!"commitment".equals(commitmentField) && !"commitmentTerm".equals(commitmentField)) {
            throw new IllegalArgumentException("commitmentField is commitment or commitmentTerm, not " + commitmentField);
        }
        if (statusDelayMillis < 0 || latencyMillis < 0 || accessTokenSeconds < 1 || refreshTokenSeconds < 1) {
            throw new IllegalArgumentException("Delays are not negative and tokens live at least a second");
        }
    }
}
