package dev.portico.sandbox.partner;

import dev.portico.sandbox.behaviour.Switches;
import dev.portico.sandbox.data.Portfolio;
import dev.portico.sandbox.data.Product;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import static dev.portico.sandbox.partner.Query.filter;

/** GET /v1/products and /v1/products/{id}. */
@RestController
class ProductApi {

    private final Portfolio portfolio;
    private final Switches switches;
    private final Answers answers;
    private final Sorted<Product> sorted = new Sorted<>(Map.of(
            "name", Comparator.comparing(Product::name, String.CASE_INSENSITIVE_ORDER),
            "vendor", Comparator.comparing(Product::vendor, String.CASE_INSENSITIVE_ORDER)), Comparator.comparing(Product::id));

    ProductApi(Portfolio portfolio, Switches switches, Answers answers) {
        this.portfolio = portfolio;
        this.switches = switches;
        this.answers = answers;
    }

    @GetMapping("/v1/products")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Query query = new Query(request, switches.now().rejectOversize());
        List<Product> found = sorted.by(query.sort(sorted.names()), portfolio.products());
        String vendor = query.text("vendorName");
        String search = query.text("search");
        if (vendor != null || search != null) {
            String word = search == null ? null : search.toLowerCase(Locale.ROOT);
            found = found.stream()
                    .filter(filter(vendor, (product, name) -> product.vendor().equalsIgnoreCase(name)))
                    .filter(filter(word, ProductApi::mentions))
                    .toList();
        }
        return answers.page(query, found, (body, product) -> write(body, product, false));
    }

    @GetMapping("/v1/products/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id) {
        Product product = portfolio.product(id).orElseThrow(() -> Problem.notFound("Product", id));
        return answers.one(product, (body, found) -> write(body, found, true));
    }

    /** One keyword, not several words: that is how the real search behaves. */
    private static boolean mentions(Product product, String word) {
        return Stream.of(product.name(), product.vendor(), product.sku()).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
    }

    static void write(JsonGenerator body, Product product, boolean detail) {
        body.writeStartObject();
        body.writeStringProperty("id", product.id());
        body.writeStringProperty("name", product.name());
        body.writeStringProperty("vendorName", product.vendor());
        body.writeStringProperty("shortDescription", product.shortDescription());
        if (detail) {
            body.writeStringProperty("description", product.description());
        }
        body.writeStringProperty("sku", product.sku());
        body.writeStringProperty("vendorSku", product.vendorSku());
        body.writeBooleanProperty("requiresCommitment", product.commitment());
        body.writeEndObject();
    }
}
