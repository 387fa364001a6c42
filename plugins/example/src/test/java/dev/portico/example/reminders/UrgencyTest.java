package dev.portico.example.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrgencyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, OVERDUE",
        "2026-03-01, DUE_SOON",
        "2026-03-31, DUE_SOON",
        "2026-04-01, LATER"
    })
    void isOverdueFromTheDayAfterAndDueSoonWithinTheNotice(LocalDate dueOn, Urgency urgency) {
        assertThat(Urgency.of(dueOn, TODAY, 30)).isEqualTo(urgency);
    }
}
