package dev.portico.pax8.partner;

import dev.portico.api.PluginSettings;
import dev.portico.api.host.HttpClients;
import dev.portico.api.host.Messages;
import dev.portico.api.host.RateLimiter;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The beans of the Partner API's client. */
@Configuration(proxyBeanMethods = false)
public class PartnerConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    @Bean
    PartnerSettings partnerSettings(PluginSettings settings) {
        return PartnerSettings.of(settings);
    }

    @Bean
    PartnerJson partnerJson() {
        return new PartnerJson();
    }

    @Bean
    Calls partnerCalls(
            HttpClients clients,
            RateLimiter limiter,
            PluginSettings plugin,
            PartnerSettings settings,
            PartnerJson json,
            Messages messages,
            Clock clock) {
        Duration readTimeout = Duration.parse(plugin.get("call-timeout", "PT30S"));
        RestClient http = clients.restClient(CONNECT_TIMEOUT, readTimeout)
                .defaultHeader("User-Agent", "Portico")
                .build();
        AnswerReader answers = new AnswerReader(new ErrorBody(json.reader(Object.class)), messages, clock);
        CallBudget budget = new CallBudget(limiter, settings.callsPerMinute());
        return new Calls(http, budget, answers, messages, clock, Thread::sleep, RandomGenerator.getDefault());
    }

    @Bean
    TokenClient tokenClient(Calls calls, PartnerSettings settings, PartnerJson json, Messages messages) {
        return new TokenClient(calls, settings, json, messages);
    }

    @Bean
    PartnerClient partnerClient(
            Calls calls, AccessTokens tokens, PartnerSettings settings, PartnerJson json, Messages messages) {
        return new PartnerClient(calls, tokens, settings, json, messages, settings.patience());
    }
}
