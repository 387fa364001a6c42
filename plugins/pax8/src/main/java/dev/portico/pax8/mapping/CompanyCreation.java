package dev.portico.pax8.mapping;

import dev.portico.api.host.Companies;
import dev.portico.api.host.Companies.NewCompany;
import dev.portico.api.host.Companies.PortalCompany;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.mapping.match.MatchCandidate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Creates companies of the portal from Pax8 companies and maps them. */
public class CompanyCreation {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern WEBSITE =
            Pattern.compile("(?i)(https?://)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]+(:\\d{1,5})?(/\\S*)?");

    private final MappingStore store;
    private final MappingService mappings;
    private final Companies companies;
    private final CurrentUser user;

    CompanyCreation(MappingStore store, MappingService mappings, Companies companies, CurrentUser user) {
        this.store = store;
        this.mappings = mappings;
        this.companies = companies;
        this.user = user;
    }

    /**
     * Creates and maps. Pax8 companies whose name a company of the portal has already are left out: those are to be
     * mapped, not doubled. Needs {@code manage_licensing} and {@code write_companies}.
     *
     * @param pax8Ids which; those that are mapped already are passed over
     * @throws PermissionDenied if a permission is missing
     */
    public Created create(Collection<UUID> pax8Ids) {
        Set<UUID> chosen = Set.copyOf(pax8Ids);
        return createOf(unmapped().stream()
                .filter(company -> chosen.contains(company.id()))
                .toList());
    }

    /** Creates and maps all that are not mapped, but for those left out. */
    public Created createAll(Set<UUID> leftOut) {
        return createOf(unmapped().stream()
                .filter(company -> !leftOut.contains(company.id()))
                .toList());
    }

    private List<MatchCandidate> unmapped() {
        user.require("manage_licensing");
        return store.unmappedPax8Companies();
    }

    private Created createOf(List<MatchCandidate> wanted) {
        Set<String> names = new HashSet<>();
        companies.all().forEach(company -> names.add(plain(company.name())));
        List<MatchCandidate> fresh =
                wanted.stream().filter(company -> names.add(plain(company.name()))).toList();
        if (fresh.isEmpty()) {
            return new Created(0, wanted.size(), Optional.empty());
        }
        List<PortalCompany> created = companies.create(fresh.stream()
                .map(CompanyCreation::known)
                .toList());
        Map<UUID, Optional<UUID>> changes = new HashMap<>();
        for (int i = 0; i < created.size(); i++) {
            changes.put(fresh.get(i).id(), Optional.of(created.get(i).id()));
        }
        Optional<String> conflict =
                switch (mappings.save(changes)) {
                    case SaveResult.Saved saved -> Optional.empty();
                    case SaveResult.Conflict(String message) -> Optional.of(message);
                };
        return new Created(created.size(), wanted.size() - created.size(), conflict);
    }

    /** What the portal accepts of Pax8's data: a website such as "n/a" is left out and does not stop the others. */
    private static NewCompany known(MatchCandidate company) {
        String country = company.country().strip().toUpperCase(Locale.ROOT);
        String website = company.website().strip();
        return new NewCompany(
                company.name(),
                company.city(),
                COUNTRIES.contains(country) ? country : "",
                WEBSITE.matcher(website).matches() ? website : "");
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /**
     * What was done.
     *
     * @param created companies that the portal has now
     * @param leftOut Pax8 companies whose name the portal has already
     * @param conflict why the new companies could not be mapped; empty if they are
     */
    public record Created(int created, int leftOut, Optional<String> conflict) {}
}
