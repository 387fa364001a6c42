package dev.portico.pax8.licensing.change;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.requests.SeatRequests;
import dev.portico.pax8.licensing.words.Reasons;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of changes of seats. */
@Configuration(proxyBeanMethods = false)
public class ChangeConfiguration {

    @Bean
    ChangeWords changeWords(Messages messages, Reasons reasons, Clock clock) {
        return new ChangeWords(messages, reasons, clock);
    }

    @Bean
    ChangeSeatsDialog changeSeatsDialog(
            SeatRequests requests, CurrentUser user, ChangeWords words, Messages messages, Clock clock) {
        return new ChangeSeatsDialog(requests, user, words, messages, clock);
    }
}
