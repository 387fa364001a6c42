package dev.portico.pax8.licensing.words;

import dev.portico.api.host.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that say in sentences what was decided. */
@Configuration(proxyBeanMethods = false)
public class WordsConfiguration {

    @Bean
    Reasons reasons(Messages messages) {
        return new Reasons(messages);
    }

    @Bean
    TermWords termWords(Messages messages) {
        return new TermWords(messages);
    }
}
