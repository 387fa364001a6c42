package dev.portico.example.reminders;

import java.time.LocalDate;

/** How near the end of a contract is. */
public enum Urgency {
    OVERDUE,
    DUE_SOON,
    LATER;

    /**
     * The rule: overdue from the day after the end, due soon from so many days before until the end itself.
     *
     * @param noticeDays days before the end, 1 or more
     */
    static Urgency of(LocalDate dueOn, LocalDate today, int noticeDays) {
        if (dueOn.isBefore(today)) {
            return OVERDUE;
        }
        return dueOn.isAfter(today.plusDays(noticeDays)) ? LATER : DUE_SOON;
    }
}
