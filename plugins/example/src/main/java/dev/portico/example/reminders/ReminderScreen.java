package dev.portico.example.reminders;

import com.vaadin.flow.component.Component;
import dev.portico.api.host.Companies;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.PluginScreen;
import dev.portico.api.screen.ScreenContext;

/** Contracts &gt; Reminders. One bean for everybody: what belongs to one visit is in {@link ReminderPage}. */
public class ReminderScreen implements PluginScreen {

    /** The page's address. */
    public static final String PATH = "example/reminders";

    private final Reminders reminders;
    private final Companies companies;
    private final Messages messages;

    public ReminderScreen(Reminders reminders, Companies companies, Messages messages) {
        this.reminders = reminders;
        this.companies = companies;
        this.messages = messages;
    }

    @Override
    public Component open(ScreenContext context) {
        return new ReminderPage(reminders, companies, messages, context).content();
    }
}
