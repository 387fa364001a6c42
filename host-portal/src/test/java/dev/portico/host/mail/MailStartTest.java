package dev.portico.host.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import dev.portico.host.security.HostCurrentUser;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** When the portal sends mail, and what it wants to know for that. */
@ExtendWith(OutputCaptureExtension.class)
class MailStartTest {

    private static final String HOST = "spring.mail.host=127.0.0.1";
    private static final String FROM = "portico.mail.from=portal@test.example";
    private static final String ADDRESS = "portico.public-address=https://portal.test.example";

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(Stream.of(settings).map(setting -> "--" + setting).toArray(String[]::new));
    }

    @Test
    void sendsNoneWithoutAMailServer() {
        try (var portal = start(FROM, ADDRESS)) {
            assertThat(portal.getBeanProvider(Outbox.class).getIfAvailable()).isNull();
            assertThat(portal.getBeanProvider(Postman.class).getIfAvailable()).isNull();
            assertThat(portal.getBeanProvider(InvitationMail.class).getIfAvailable()).isNull();
            assertThat(portal.getBeanProvider(MailChoice.class).getIfAvailable()).isNull();
        }
    }

    @Test
    void waitsForAMailServerForSecondsOnly() {
        try (var portal = start(HOST, FROM, ADDRESS, "spring.mail.properties.mail.smtp.timeout=7000")) {
            assertThat(portal.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                    .containsEntry("mail.smtp.connectiontimeout", "5000")
                    .containsEntry("mail.smtp.writetimeout", "5000")
                    .containsEntry("mail.smtps.timeout", "5000")
                    .containsEntry("mail.smtp.timeout", "7000");
        }
    }

    @Test
    void wantsASender(CapturedOutput printed) {
        assertThatThrownBy(() -> start(HOST, ADDRESS)).rootCause().isInstanceOf(MailStartException.class);
        assertThat(printed).contains("Set portico.mail.from to an address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "a@b.example, c@d.example", "two words"})
    void wantsASenderThatIsAnAddress(String from, CapturedOutput printed) {
        assertThatThrownBy(() -> start(HOST, "portico.mail.from=" + from, ADDRESS))
                .rootCause()
                .isInstanceOf(MailStartException.class);
        assertThat(printed).contains("is not an e-mail address", "Set portico.mail.from");
    }

    @Test
    void wantsTheAddressOfThePortal(CapturedOutput printed) {
        assertThatThrownBy(() -> start(HOST, FROM)).rootCause().isInstanceOf(MailStartException.class);
        assertThat(printed).contains("Set portico.public-address to the address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal.test.example", "ftp://portal.test.example", "https://", "https://a.example/?x=1"})
    void wantsAnAddressThatABrowserOpens(String address, CapturedOutput printed) {
        assertThatThrownBy(() -> start("portico.public-address=" + address))
                .rootCause()
                .isInstanceOf(MailStartException.class);
        assertThat(printed).contains("is not the address of a web page", "Set portico.public-address");
    }

    @Test
    void buildsWholeAddresses() {
        PublicAddress portal = new PublicAddress("https://portal.test.example/msp/");
        assertThat(portal.of("companies?search=a b\r\n"))
                .contains("https://portal.test.example/msp/companies?search=a%20b");
        assertThat(new PublicAddress(" ").of("companies")).isEmpty();
    }

    @ImportAutoConfiguration(MailSenderAutoConfiguration.class)
    @EnableConfigurationProperties({MailSettings.class, PublicAddress.class})
    @Import(MailConfiguration.class)
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        JdbcClient jdbc() {
            return mock(JdbcClient.class);
        }

        @Bean
        HostCurrentUser user() {
            return mock(HostCurrentUser.class);
        }
    }
}
