package dev.portico.sandbox.partner;

import dev.portico.sandbox.data.Company;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.data.Price;
import dev.portico.sandbox.data.Product;
import dev.portico.sandbox.data.ProvisionDetail;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

/** What an order needs to know of a product: GET /v1/products/{id}/pricing and /provision-details, both without pages. */
@RestController
class PricingApi {

    private final Portfolio portfolio;
    private final Answers answers;

    PricingApi(Portfolio portfolio, Answers answers) {
        this.portfolio = portfolio;
        this.answers = answers;
    }

    @GetMapping("/v1/products/{id}/pricing")
    ResponseEntity<byte[]> pricing(@PathVariable String id, HttpServletRequest request) {
        Product product = find(id);
        String companyId = new Query(request, false).uuid("companyId");
        Company company = companyId == null ? null : portfolio.company(companyId).orElseThrow(() -> Problem.notFound("Company", companyId));
        return answers.list(portfolio.prices(product, company), (body, price) -> write(body, product, price));
    }

    @GetMapping("/v1/products/{id}/provision-details")
    ResponseEntity<byte[]> provisionDetails(@PathVariable String id) {
        return answers.list(portfolio.provisionDetails(find(id)), PricingApi::write);
    }

    private Product find(String id) {
        return portfolio.product(id).orElseThrow(() -> Problem.notFound("Product", id));
    }

    private static void write(JsonGenerator body, Product product, Price price) {
        body.writeStartObject();
        body.writeStringProperty("productId", product.id());
        body.writeStringProperty("productName", product.name());
        body.writeStringProperty("billingTerm", price.billingTerm());
        body.writeStringProperty("commitmentTerm", price.commitment());
        if (price.commitment() == null) {
            body.writeNullProperty("commitmentTermInMonths");
        } else {
            body.writeNumberProperty("commitmentTermInMonths", price.commitmentMonths());
        }
        body.writeStringProperty("type", price.type());
        body.writeStringProperty("unitOfMeasurement", price.unit());
        body.writeArrayPropertyStart("rates");
        price.rates().forEach(rate -> write(body, rate));
        body.writeEndArray();
        body.writeEndObject();
    }

    private static void write(JsonGenerator body, Price.Rate rate) {
        body.writeStartObject();
        body.writeNumberProperty("partnerBuyRate", rate.cost());
        body.writeNumberProperty("suggestedRetailPrice", rate.retail());
        body.writeNumberProperty("startQuantityRange", rate.first());
        if (rate.last() == null) {
            body.writeNullProperty("endQuantityRange");
        } else {
            body.writeNumberProperty("endQuantityRange", rate.last());
        }
        body.writeStringProperty("chargeType", rate.chargeType());
        body.writeEndObject();
    }

    private static void write(JsonGenerator body, ProvisionDetail detail) {
        body.writeStartObject();
        body.writeStringProperty("label", detail.label());
        body.writeStringProperty("key", detail.key());
        body.writeStringProperty("description", detail.description());
        body.writeStringProperty("valueType", detail.valueType());
        if (detail.possible() == null) {
            body.writeNullProperty("possibleValues");
        } else {
            body.writeArrayPropertyStart("possibleValues");
            detail.possible().forEach(body::writeString);
            body.writeEndArray();
        }
        body.writeEndObject();
    }
}
