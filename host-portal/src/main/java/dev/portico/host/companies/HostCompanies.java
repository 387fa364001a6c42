package dev.portico.host.companies;

import dev.portico.api.host.Companies;
import dev.portico.host.audit.AuditService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The companies as plugins see them; one bean serves all plugins. */
@Service
public class HostCompanies implements Companies {

    private final CompanyQueries queries;
    private final CompanyBatches batches;
    private final CompanyService service;
    private final AuditService audit;

    HostCompanies(
            CompanyQueries queries,
            CompanyBatches batches,
            CompanyService service,
            AuditService audit) {
        this.queries = queries;
        this.batches = batches;
        this.service = service;
        this.audit = audit;
    }

    @Override
    public Optional<PortalCompany> find(UUID id) {
        return queries.find(id).map(HostCompanies::seen);
    }

    @Override
    public List<PortalCompany> search(String text, int offset, int limit) {
        return queries.named(text.strip(), offset, limit).stream()
                .map(HostCompanies::seen)
                .toList();
    }

    @Override
    public List<PortalCompany> all() {
        return search("", 0, Integer.MAX_VALUE);
    }

    /** How many companies the current user may see. */
    public int count() {
        return queries.count("");
    }

    /**
     * {@inheritDoc}
     *
     * @throws CompaniesNotCreated if a name is taken or a company is invalid; then none is created
     */
    @Override
    @Transactional
    public List<PortalCompany> create(List<NewCompany> companies) {
        service.requireCreate();
        List<CompanyInput> inputs = companies.stream()
                .map(each -> new CompanyInput(each.name(), each.city(), each.country(), each.website()))
                .toList();
        refuseInvalid(inputs);
        List<Company> created = batches.insert(inputs);
        if (created.size() < inputs.size()) {
            Set<String> taken = new LinkedHashSet<>(
                    inputs.stream().map(CompanyInput::name).toList());
            created.forEach(company -> taken.remove(company.name()));
            throw new CompaniesNotCreated("There is a company of this name already: " + String.join(", ", taken));
        }
        created.forEach(company -> audit.record("portal", "company.created", company.name(), ""));
        return created.stream().map(HostCompanies::seen).toList();
    }

    private static void refuseInvalid(List<CompanyInput> inputs) {
        inputs.stream().filter(input -> !input.problems().isEmpty()).findFirst().ifPresent(input -> {
            throw new CompaniesNotCreated(
                    "The company \"" + input.name() + "\" is invalid: " + input.problems().values());
        });
    }

    private static PortalCompany seen(Company company) {
        return new PortalCompany(
                company.id(), company.name(), company.city(), company.country(), company.website());
    }
}
