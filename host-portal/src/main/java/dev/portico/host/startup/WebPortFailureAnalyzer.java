package dev.portico.host.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Names the setting of the web port; Spring Boot's own message does not. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WebPortFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException failure) {
        return new FailureAnalysis(
                "Port %d, on which the portal serves its pages, is taken by another program.".formatted(failure.getPort()),
                "Stop the other program, or choose another port with the setting server.port "
                        + "(SERVER_PORT in the environment, --server.port=8081 on the command line).",
                failure);
    }
}
