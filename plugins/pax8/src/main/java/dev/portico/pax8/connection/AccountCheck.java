package dev.portico.pax8.connection;

import dev.portico.pax8.partner.PartnerClient;
import dev.portico.pax8.partner.PartnerCompany;
import dev.portico.pax8.partner.PartnerProblem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that somebody connected with another Pax8 account. Pax8 tells no account over its API: so the names in the
 * tokens are compared where both have one, else the companies.
 */
final class AccountCheck {

    private static final Logger LOG = LoggerFactory.getLogger(AccountCheck.class);
    private static final int SAMPLE = 200;

    private final ConnectionStore store;

    AccountCheck(ConnectionStore store) {
        this.store = store;
    }

    /**
     * Whether this is another account than the one whose data is here.
     *
     * @param known name of the account whose data is here, empty if unknown
     * @param found name of the account that is connected now, empty if unknown
     * @param client calls Pax8 by the new connection
     */
    boolean isAnother(String known, String found, PartnerClient client) throws InterruptedException {
        if (store.companies() == 0) {
            return false;
        }
        if (!known.isEmpty() && !found.isEmpty()) {
            return !known.equals(found);
        }
        try {
            List<PartnerCompany> companies = client.firstCompanies(SAMPLE);
            return store.companiesOf(companies.stream().map(PartnerCompany::id).toList()) == 0;
        } catch (PartnerProblem cannotTell) {
            // why: the syncs' guard against mass removal protects the data of the other account as well
            LOG.warn("Cannot compare the companies of the new connection: {}", cannotTell.getMessage());
            return false;
        }
    }
}
