package dev.portico.host.security.web;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Headers that tell the browser what the portal's pages never do. */
final class SecurityHeaders {

    /**
     * Everything comes from the portal itself. Vaadin Flow 25.2 starts its client engine by an inline script and
     * evaluates what the server sends, so scripts cannot be held to nonces; see
     * https://vaadin.com/docs/latest/flow/security/advanced-topics/strict-csp. There is no form-action: browsers apply
     * it to the redirects after a sign-in too, and one of those may lead to an outside system's consent page.
     */
    private static final String CONTENT_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-src 'self'; "
            + "object-src 'none'; base-uri 'self'; frame-ancestors 'self'";

    private SecurityHeaders() {}

    static void configure(HeadersConfigurer<HttpSecurity> headers) {
        RequestMatcher pages = new NegatedRequestMatcher(SecurityConfiguration.JOBS);
        headers.frameOptions(FrameOptionsConfig::sameOrigin)
                // why: the dashboard under /jobs writes a stricter policy of its own
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        pages, new StaticHeadersWriter("Content-Security-Policy", CONTENT_POLICY)))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .withObjectPostProcessor(new WriteAtOnce());
    }

    /**
     * Vaadin's pages are forwarded to its servlet, which sends the response before the filter's turn to add headers
     * comes; so they are written before.
     */
    private static final class WriteAtOnce implements ObjectPostProcessor<HeaderWriterFilter> {

        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
