package dev.portico.example.reminders;

import dev.portico.api.screen.NavigationBadge;
import java.util.Optional;

/** How many of the reminders that the user may see are overdue. */
public class OverdueBadge implements NavigationBadge {

    private final Reminders reminders;

    public OverdueBadge(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public long count() {
        return reminders.count(new Reminder.Filter("", Optional.of(Urgency.OVERDUE)));
    }
}
