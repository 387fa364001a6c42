package dev.portico.example;

import dev.portico.api.IntegrationPlugin;
import dev.portico.api.IntegrationRemoval;
import dev.portico.api.PermissionDeclaration;
import dev.portico.api.PluginProfile;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.screen.IntegrationCard;
import dev.portico.api.screen.ScreenDeclaration;
import dev.portico.api.screen.ScreenDeclaration.Navigation;
import dev.portico.api.screen.WizardStepDeclaration;
import dev.portico.example.reminders.OverdueBadge;
import dev.portico.example.reminders.ReminderScreen;
import dev.portico.example.reminders.Reminders;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Reminds an MSP of its clients' contracts before they end. It only declares; the beans do the work. */
@Extension
public class ExamplePlugin implements IntegrationPlugin {

    @Override
    public PluginProfile profile() {
        return new PluginProfile("Example", "Ex", "profile.category", "profile.summary", "");
    }

    @Override
    public Class<?> configuration() {
        return ExampleConfiguration.class;
    }

    @Override
    public List<PermissionDeclaration> permissions() {
        return List.of(
                new PermissionDeclaration(Reminders.READ, "permission.read"),
                new PermissionDeclaration(Reminders.MANAGE, "permission.manage"));
    }

    @Override
    public List<ScreenDeclaration> screens() {
        return List.of(new ScreenDeclaration(
                ReminderScreen.PATH,
                "reminders.title",
                Reminders.READ,
                Optional.of(new Navigation("reminders.group", "bell", 50, OverdueBadge.class)),
                ReminderScreen.class));
    }

    @Override
    public List<JobDeclaration> jobs() {
        return List.of(new JobDeclaration(DueCount.JOB, "job.count", Optional.of("0 6 * * *"), DueCount.class));
    }

    @Override
    public Class<? extends IntegrationCard> card() {
        return ExampleCard.class;
    }

    @Override
    public List<WizardStepDeclaration> wizard() {
        return List.of(new WizardStepDeclaration("notice", "wizard.title", NoticeStep.class));
    }

    @Override
    public Class<? extends IntegrationRemoval> removal() {
        return ExampleRemoval.class;
    }
}
