package dev.portico.sandbox.partner;

import dev.portico.sandbox.Client;
import dev.portico.sandbox.RunningSandbox;
import dev.portico.sandbox.Sandbox;
import dev.portico.sandbox.control.SubscriptionChange;
import dev.portico.sandbox.data.Product;
import dev.portico.sandbox.data.Subscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

/** What PUT refuses is what the dependencies of the product announce. */
class CommitmentWindowTest {

    private static RunningSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start("sandbox.size=M", "sandbox.behaviour.status-delay-millis=0");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void reset() {
        sandbox.reset();
    }

    @ParameterizedTest(name = "{0} {1} begun {2} days ago: {3}")
    @CsvSource({"Microsoft,1-Year,0,200", "Microsoft,1-Year,6,200", "Microsoft,1-Year,7,422", "Microsoft,1-Year,100,422",
            "Microsoft,Monthly,6,200", "Microsoft,Monthly,7,422", "Microsoft,3-Year,3,200", "Microsoft,3-Year,400,422",
            "Google,1-Year,0,422", "Adobe,1-Year,0,422", "Dropbox,1-Year,3,422"})
    void fewerSeatsAreTakenBackInTheFirstDaysOnlyByMicrosoft(String vendor, String term, int daysAgo, int status) throws Exception {
        Subscription one = subscription(product -> product.vendor().equals(vendor) && product.commitment() && !product.name().startsWith("Azure"));
        sandbox.subscriptions().change(one.id(), SubscriptionChange.nothing().quantity(10).commitmentTerm(term).commitmentStartedDaysAgo(daysAgo));
        assertThat(put(one, 9).status()).isEqualTo(status);
        assertThat(sandbox.subscriptions().truth(one.id()).orElseThrow().mayDecrease()).isEqualTo(status == 200);
        assertThat(announced(one)).isEqualTo(status == 200);
        assertThat(put(one, 12).status()).as("more is always fine").isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} ending in {1} days: {2}")
    @CsvSource({"Adobe,15,422", "Adobe,14,200", "Adobe,13,200", "Adobe,0,200", "Microsoft,0,422", "Google,0,422", "Google,-1,200", "Microsoft,-1,200"})
    void fewerSeatsAreTakenBackAtTheEndOnlyByAdobe(String vendor, int days, int status) throws Exception {
        Subscription one = subscription(product -> product.vendor().equals(vendor) && product.commitment() && !product.name().startsWith("Azure"));
        sandbox.subscriptions().change(one.id(), SubscriptionChange.nothing().quantity(10).commitmentTerm("1-Year").commitmentEndsInDays(days));
        assertThat(put(one, 9).status()).isEqualTo(status);
        assertThat(announced(one)).isEqualTo(status == 200);
    }

    @Test
    void anAzureSavingsPlanNeverChanges() throws Exception {
        Subscription plan = subscription(product -> product.name().startsWith("Azure Savings Plan"));
        assertThat(put(plan, plan.quantity() + 1).status()).isEqualTo(422);
        assertThat(put(plan, plan.quantity() + 1).body()).contains("cannot be increased");
        new Client(sandbox).send("PUT", "/control/behaviour", "{\"flatErrors\":true}");
        assertThat(put(plan, 1).json().at("/errors/0").asString()).contains("cannot be decreased");
        assertThat(sandbox.journal().changes(plan.id())).as("refused means not executed").isEmpty();
    }

    @Test
    void whatWasAcceptedAndDoesNotShowYetCountsForTheRules() throws Exception {
        new Client(sandbox).send("PUT", "/control/behaviour", "{\"lateQuantity\":true,\"statusDelayMillis\":60000}");
        Subscription one = subscription(product -> product.vendor().equals("Google") && product.commitment());
        sandbox.subscriptions().change(one.id(), SubscriptionChange.nothing().quantity(10).commitmentStartedDaysAgo(50));
        assertThat(put(one, 12).json().path("quantity").asInt()).isEqualTo(10);
        assertThat(put(one, 11).status()).as("12 are accepted, so 11 are fewer").isEqualTo(422);
        assertThat(put(one, 13).status()).isEqualTo(200);
        JsonNode history = new Client(sandbox).get("/v1/subscriptions/" + one.id() + "/history").json().path("content");
        assertThat(history.valueStream().limit(3).map(row -> row.path("quantity").asInt())).as("13 does not show yet, 12 was overtaken").containsExactly(10, 12, 10);
        assertThat(sandbox.subscriptions().truth(one.id()).orElseThrow().accepted()).isEqualTo(13);
    }

    /** Whether a client that reads the dependencies would let fewer seats pass. */
    private static boolean announced(Subscription one) throws Exception {
        JsonNode commitment = new Client(sandbox).get("/v1/subscriptions/" + one.id()).json().path("commitment");
        JsonNode rule = new Client(sandbox).get("/v1/products/" + one.productId() + "/dependencies").json().path("commitmentDependencies").valueStream()
                .filter(row -> row.path("id").equals(commitment.path("id"))).findFirst().orElseThrow();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate end = LocalDate.parse(commitment.path("endDate").asString().substring(0, 10));
        int months = switch (rule.path("term").asString()) {
            case "Monthly" -> 1;
            case "3-Year" -> 36;
            default -> 12;
        };
        return today.isAfter(end) || rule.path("allowForQuantityDecrease").asBoolean()
                || rule.path("renewalWindowDaysBeforeTermEnd").asInt() > 0 && !today.isBefore(end.minusDays(rule.path("renewalWindowDaysBeforeTermEnd").asInt()))
                || today.isBefore(end.plusDays(1).minusMonths(months).plusDays(rule.path("renewalWindowDaysAfterTermEnd").asInt()));
    }

    private static Subscription subscription(Predicate<Product> ofProduct) {
        return sandbox.portfolio().subscriptions().stream().filter(one -> one.status().equals("Active"))
                .filter(one -> ofProduct.test(sandbox.portfolio().product(one.productId()).orElseThrow())).findFirst().orElseThrow();
    }

    private static Client.Answer put(Subscription one, int quantity) throws Exception {
        return new Client(sandbox).send("PUT", "/v1/subscriptions/" + one.id(), "{\"quantity\":" + quantity + "}");
    }
}
