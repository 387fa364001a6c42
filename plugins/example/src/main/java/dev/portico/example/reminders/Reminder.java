package dev.portico.example.reminders;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An open reminder.
 *
 * @param company its name, empty if the portal has that company no more
 * @param subject the contract
 * @param dueOn the day on which it ends
 */
record Reminder(UUID id, Optional<String> company, String subject, LocalDate dueOn, Urgency urgency) {

    /** What the list can be sorted by. */
    enum Sort {
        DUE_ON("r.due_on"),
        SUBJECT("lower(r.subject)"),
        COMPANY("lower(d.name)");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        /** An order by clause that leaves no two rows equal. */
        String sql(boolean ascending) {
            return "order by " + column + (ascending ? " asc" : " desc") + " nulls last, r.id";
        }
    }

    /** What is shown; an empty text matches all. */
    record Filter(String text, Optional<Urgency> urgency) {

        boolean isEmpty() {
            return text.isBlank() && urgency.isEmpty();
        }
    }
}
