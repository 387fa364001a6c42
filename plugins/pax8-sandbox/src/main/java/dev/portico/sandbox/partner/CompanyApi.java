package dev.portico.sandbox.partner;

import dev.portico.sandbox.behaviour.Switches;
import dev.portico.sandbox.data.Company;
import dev.portico.sandbox.data.Portfolio;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import static dev.portico.sandbox.partner.Query.filter;

/** GET /v1/companies and /v1/companies/{id}. */
@RestController
class CompanyApi {

    private static final List<String> STATUSES = List.of("Active", "Inactive", "Deleted");

    private final Portfolio portfolio;
    private final Switches switches;
    private final Answers answers;
    private final Sorted<Company> sorted = new Sorted<>(Map.of(
            "name", Comparator.comparing(Company::name, String.CASE_INSENSITIVE_ORDER),
            "city", Comparator.comparing(Company::city),
            "country", Comparator.comparing(Company::country),
            "stateOrProvince", Comparator.comparing(Company::region),
            "postalCode", Comparator.comparing(Company::postalCode)), Comparator.comparing(Company::id));

    CompanyApi(Portfolio portfolio, Switches switches, Answers answers) {
        this.portfolio = portfolio;
        this.switches = switches;
        this.answers = answers;
    }

    @GetMapping("/v1/companies")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Query query = new Query(request, switches.now().rejectOversize());
        List<Company> found = sorted.by(query.sort(sorted.names()), portfolio.companies()).stream()
                .filter(filter(query.oneOf("status", STATUSES), (company, status) -> company.status().equals(status)))
                .filter(filter(query.text("city"), (company, city) -> company.city().equalsIgnoreCase(city)))
                .filter(filter(query.text("country"), (company, country) -> company.country().equalsIgnoreCase(country)))
                .filter(filter(query.text("stateOrProvince"), (company, region) -> company.region().equalsIgnoreCase(region)))
                .filter(filter(query.text("postalCode"), (company, code) -> company.postalCode().equalsIgnoreCase(code)))
                .filter(filter(query.flag("selfServiceAllowed"), (company, yes) -> company.selfService() == yes))
                .filter(filter(query.flag("billOnBehalfOfEnabled"), (company, yes) -> company.billedByPax8() == yes))
                .filter(filter(query.flag("orderApprovalRequired"), (company, yes) -> company.orderApproval() == yes))
                .toList();
        return answers.page(query, found, this::write);
    }

    @GetMapping("/v1/companies/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id) {
        return answers.one(portfolio.company(id).orElseThrow(() -> Problem.notFound("Company", id)), this::write);
    }

    private void write(JsonGenerator body, Company company) {
        body.writeStartObject();
        body.writeStringProperty("id", company.id());
        body.writeStringProperty("name", company.name());
        body.writeName("address");
        body.writeStartObject();
        body.writeStringProperty("street", company.street());
        body.writeStringProperty("city", company.city());
        body.writeStringProperty("postalCode", company.postalCode());
        body.writeStringProperty("country", company.country());
        body.writeStringProperty("stateOrProvince", company.region());
        body.writeEndObject();
        if (company.phone() != null) {
            body.writeStringProperty("phone", company.phone());
        }
        body.writeStringProperty("website", company.website());
        body.writeStringProperty("externalId", company.externalId());
        body.writeBooleanProperty("billOnBehalfOfEnabled", company.billedByPax8());
        body.writeBooleanProperty("selfServiceAllowed", company.selfService());
        body.writeBooleanProperty("orderApprovalRequired", company.orderApproval());
        boolean unknown = switches.now().unknownValues() && Math.floorMod(company.id().hashCode(), 50) == 3;
        body.writeStringProperty("status", unknown ? "OnHold" : company.status());
        Dates.write(body, "updatedDate", company.id(), company.updated());
        body.writeEndObject();
    }
}
