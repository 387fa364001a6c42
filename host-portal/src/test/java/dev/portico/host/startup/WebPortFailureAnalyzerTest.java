package dev.portico.host.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;

@ExtendWith(OutputCaptureExtension.class)
class WebPortFailureAnalyzerTest {

    /** Fails as a web server does that finds its port taken. */
    static final class Application {

        Application() {
            throw new PortInUseException(8080);
        }
    }

    @Test
    void namesPortAndSettingInsteadOfAStackTrace(CapturedOutput output) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        try {
            application.run();
        } catch (RuntimeException expected) {
            assertThat(expected).hasRootCauseInstanceOf(PortInUseException.class);
        }

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Port 8080, on which the portal serves its pages, is taken")
                .contains("server.port")
                .doesNotContain("\tat ");
    }
}
