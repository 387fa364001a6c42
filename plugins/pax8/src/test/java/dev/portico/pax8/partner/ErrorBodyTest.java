package dev.portico.pax8.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {

    private final ErrorBody errors = new ErrorBody(new PartnerJson().reader(Object.class));

    @Test
    void readsTheDocumentedForm() {
        assertThat(words(
                        """
                        {"type":"NOT_FOUND","message":"Company Not Found: 3d06","instance":"/public/v1/companies/3d06",
                         "status":404,"details":[{"message":"No such id"},{"message":"Company Not Found: 3d06"}]}
                        """))
                .isEqualTo("Company Not Found: 3d06; No such id");
    }

    @Test
    void readsTheFlatForm() {
        assertThat(words("{\"errors\":[\"Quantity too low\",\"Ask your vendor\"]}"))
                .isEqualTo("Quantity too low; Ask your vendor");
    }

    @Test
    void readsTheTokenForm() {
        assertThat(words("{\"error\":\"access_denied\",\"error_description\":\"Unauthorized\"}"))
                .isEqualTo("Unauthorized");
        assertThat(words("{\"error\":\"invalid_grant\"}")).isEqualTo("invalid_grant");
    }

    @Test
    void keepsNothingOfAnswersWithoutAKnownForm() {
        assertThat(words("<html>secret</html>")).isEmpty();
        assertThat(words("")).isEmpty();
        assertThat(words("[1,2]")).isEmpty();
        assertThat(words("\"text\"")).isEmpty();
        assertThat(words("{\"message\":{\"a\":1}}")).isEmpty();
    }

    @Test
    void boundsAndCleansTheWords() {
        assertThat(words("{\"message\":\"" + "a".repeat(5000) + "\"}")).hasSize(301);
        assertThat(words("{\"message\":\"two\\nlines\\u0000\"}")).isEqualTo("two lines");
    }

    private String words(String body) {
        return errors.words(body.getBytes(StandardCharsets.UTF_8));
    }
}
