package dev.portico.api.host;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The portal's companies: the MSP's clients. Calls see only companies that the current user may see; background jobs
 * see all.
 *
 * <p>For joins in a plugin's SQL there is the view {@code portal.company_directory (id, name, city, country, website)}.
 */
public interface Companies {

    /** The company, if there is one the user may see. */
    Optional<PortalCompany> find(UUID id);

    /**
     * Companies whose name contains the text, ordered by name.
     *
     * @param text compared without regard to case; empty matches all
     * @param offset companies to leave out at the start
     * @param limit most companies to return
     */
    List<PortalCompany> search(String text, int offset, int limit);

    /** All companies, ordered by name. */
    List<PortalCompany> all();

    /**
     * Creates companies in one transaction; needs {@code write_companies}.
     *
     * @return the created companies, in the same order
     */
    List<PortalCompany> create(List<NewCompany> companies);

    /**
     * A company of the portal.
     *
     * @param name as the MSP spells it
     * @param city empty if unknown
     * @param country ISO 3166 code, empty if unknown
     * @param website empty if unknown
     */
    record PortalCompany(UUID id, String name, String city, String country, String website) {}

    /** A company to create; empty texts mean unknown. */
    record NewCompany(String name, String city, String country, String website) {}
}
