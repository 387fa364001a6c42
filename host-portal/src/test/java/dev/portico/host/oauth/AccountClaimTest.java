package dev.portico.host.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountClaimTest {

    private static Secret token(String claims) {
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return Secret.of("e30." + body + ".c2ln");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sub\":\"u1\",\"name\":\"Reyes IT\"} | Reyes IT",
                "{\"sub\":\"u1\",\"https://pax8.com/partner_name\":\"Reyes IT\"} | Reyes IT",
                "{\"sub\":\"u1\",\"name\":5} | u1"
            })
    void namesTheAccount(String claims, String account) {
        assertThat(AccountClaim.of(token(claims))).isEqualTo(account);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b", "a.%%%.c", "a.bm90IGpzb24.c"})
    void isEmptyForATokenThatTellsNothing(String token) {
        assertThat(AccountClaim.of(Secret.of(token))).isEmpty();
    }

    @Test
    void isEmptyWithoutAKnownClaim() {
        assertThat(AccountClaim.of(token("{\"aud\":\"api\"}"))).isEmpty();
    }
}
