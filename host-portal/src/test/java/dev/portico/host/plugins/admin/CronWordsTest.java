package dev.portico.host.plugins.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTest {

    @ParameterizedTest
    @CsvSource({
        "'', on request only",
        "* * * * *, every minute",
        "*/15 * * * *, every 15 minutes",
        "7 * * * *, every hour",
        "0 */4 * * *, every 4 hours",
        "5 3 * * *, every day at 03:05",
        "30 22 * * 1-5, Monday to Friday at 22:30",
        "0 2 * * 0, every Sunday at 02:00",
        "0 2 * * 7, every Sunday at 02:00",
        "0 2 1 * *, on day 1 of every month at 02:00",
        "0 2 1 1 *, by the schedule 0 2 1 1 *",
        "0-10 2 * * *, by the schedule 0-10 2 * * *",
        "0 25 * * *, by the schedule 0 25 * * *"
    })
    void saysASchedule(String cron, String words) {
        assertThat(CronWords.of(cron)).isEqualTo(words);
    }
}
