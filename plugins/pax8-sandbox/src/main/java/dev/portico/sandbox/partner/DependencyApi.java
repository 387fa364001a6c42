package dev.portico.sandbox.partner;

import dev.portico.sandbox.data.CommitmentRule;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.data.Product;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

import java.util.List;

/** GET /v1/products/{id}/dependencies: what the vendor allows in each commitment, and which products must be there first. */
@RestController
class DependencyApi {

    private final Portfolio portfolio;
    private final Answers answers;

    DependencyApi(Portfolio portfolio, Answers answers) {
        this.portfolio = portfolio;
        this.answers = answers;
    }

    @GetMapping("/v1/products/{id}/dependencies")
    ResponseEntity<byte[]> dependencies(@PathVariable String id) {
        Product product = portfolio.product(id).orElseThrow(() -> Problem.notFound("Product", id));
        return answers.one(product, this::write);
    }

    private void write(JsonGenerator body, Product product) {
        body.writeStartObject();
        body.writeArrayPropertyStart("commitmentDependencies");
        portfolio.commitments(product).forEach(rule -> write(body, rule));
        body.writeEndArray();
        body.writeArrayPropertyStart("productDependencies");
        List<Product> requirements = portfolio.requirements(product);
        if (!requirements.isEmpty()) {
            body.writeStartObject();
            body.writeStringProperty("name", "Requires");
            body.writeArrayPropertyStart("products");
            requirements.forEach(other -> ProductApi.write(body, other, false));
            body.writeEndArray();
            body.writeEndObject();
        }
        body.writeEndArray();
        body.writeEndObject();
    }

    private static void write(JsonGenerator body, CommitmentRule rule) {
        body.writeStartObject();
        body.writeStringProperty("id", rule.id());
        body.writeStringProperty("term", rule.term());
        body.writeBooleanProperty("autoRenew", rule.autoRenew());
        body.writeNumberProperty("renewalWindowDaysBeforeTermEnd", rule.windowBefore());
        body.writeNumberProperty("renewalWindowDaysAfterTermEnd", rule.windowAfter());
        body.writeBooleanProperty("allowForQuantityIncrease", rule.increase());
        body.writeBooleanProperty("allowForQuantityDecrease", rule.decrease());
        body.writeBooleanProperty("allowForEarlyCancellation", rule.earlyCancel());
        body.writeBooleanProperty("cancellationFeeApplied", rule.cancellationFee());
        body.writeBooleanProperty("isTransferable", rule.transferable());
        body.writeEndObject();
    }
}
