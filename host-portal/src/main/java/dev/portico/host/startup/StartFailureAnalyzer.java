package dev.portico.host.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints problem and remedy of a {@link StartFailure}, also of one behind a setting that cannot be bound. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureAnalyzer extends AbstractFailureAnalyzer<StartFailure> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartFailure failure) {
        return new FailureAnalysis(failure.getMessage(), failure.remedy(), failure);
    }
}
