package dev.portico.pax8.licensing.change;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.requests.SeatRequests;
import dev.portico.pax8.licensing.terms.Commitments;
import dev.portico.pax8.licensing.words.Reasons;
import dev.portico.pax8.texts.RelativeTimes;
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
    RequestPieces requestPieces(ChangeWords words, Messages messages, RelativeTimes times) {
        return new RequestPieces(words, messages, times);
    }

    @Bean
    ScheduleDialog scheduleDialog(Commitments commitments, ChangeWords words, Messages messages, Clock clock) {
        return new ScheduleDialog(commitments, words, messages, clock);
    }

    @Bean
    ChangeSeatsDialog changeSeatsDialog(
            SeatRequests requests, CurrentUser user, ChangeWords words, Messages messages, Clock clock) {
        return new ChangeSeatsDialog(requests, user, words, messages, clock);
    }
}
