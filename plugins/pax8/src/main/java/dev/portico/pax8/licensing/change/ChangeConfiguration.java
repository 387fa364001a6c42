package dev.portico.pax8.licensing.change;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.requests.SeatRequests;
import dev.portico.pax8.texts.RelativeTimes;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of changes of seats. */
@Configuration(proxyBeanMethods = false)
public class ChangeConfiguration {

    @Bean
    Days days(Clock clock) {
        return new Days(clock);
    }

    @Bean
    ChangeWords changeWords(Messages messages, RelativeTimes times) {
        return new ChangeWords(messages, times);
    }

    @Bean
    ChangeSeatsDialog changeSeatsDialog(
            SeatRequests requests, CurrentUser user, ChangeWords words, Messages messages, Days days) {
        return new ChangeSeatsDialog(requests, user, words, messages, days);
    }
}
