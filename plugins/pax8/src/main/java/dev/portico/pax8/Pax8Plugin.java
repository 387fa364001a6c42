package dev.portico.pax8;

import dev.portico.api.IntegrationPlugin;
import dev.portico.api.IntegrationRemoval;
import dev.portico.api.OAuthClientDeclaration;
import dev.portico.api.PermissionDeclaration;
import dev.portico.api.PluginProfile;
import dev.portico.api.PluginSettings;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.screen.Audience;
import dev.portico.api.screen.IntegrationCard;
import dev.portico.api.screen.ScreenDeclaration;
import dev.portico.api.screen.ScreenDeclaration.Navigation;
import dev.portico.api.screen.WizardStepDeclaration;
import dev.portico.pax8.card.Pax8Card;
import dev.portico.pax8.card.Pax8Removal;
import dev.portico.pax8.connection.Pax8OAuth;
import dev.portico.pax8.licensing.SubscriptionsScreen;
import dev.portico.pax8.licensing.renewals.RenewalsScreen;
import dev.portico.pax8.licensing.terms.TermsSync;
import dev.portico.pax8.licensing.administration.SettingsScreen;
import dev.portico.pax8.licensing.desk.RequestsScreen;
import dev.portico.pax8.licensing.desk.WaitingBadge;
import dev.portico.pax8.licensing.portal.MyCatalogScreen;
import dev.portico.pax8.licensing.portal.MyLicensesScreen;
import dev.portico.pax8.licensing.portal.MyRequestsScreen;
import dev.portico.pax8.licensing.push.PushJob;
import dev.portico.pax8.sync.SyncJobs;
import dev.portico.pax8.wizard.CompaniesStep;
import dev.portico.pax8.wizard.CompleteStep;
import dev.portico.pax8.wizard.ConnectStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;

/** Brings companies, products and subscriptions of an MSP's Pax8 account into the portal. */
@Extension
public class Pax8Plugin implements IntegrationPlugin {

    @Override
    public PluginProfile profile() {
        return new PluginProfile(
                "Pax8", "P8", "profile.category", "profile.summary", "https://devx.pax8.com/docs/authentication");
    }

    @Override
    public Class<?> configuration() {
        return Pax8Configuration.class;
    }

    @Override
    public List<PermissionDeclaration> permissions() {
        return List.of(
                new PermissionDeclaration("read_licensing", "permission.read"),
                new PermissionDeclaration("write_licensing", "permission.write"),
                new PermissionDeclaration("manage_licensing", "permission.manage"));
    }

    @Override
    public List<ScreenDeclaration> screens() {
        return List.of(
                new ScreenDeclaration(
                        "licensing/subscriptions",
                        "licensing.title",
                        "read_licensing",
                        Optional.of(new Navigation("licensing.group", "key", 10)),
                        SubscriptionsScreen.class,
                        Audience.STAFF),
                new ScreenDeclaration(
                        "licensing/requests",
                        "desk.title",
                        "read_licensing",
                        Optional.of(new Navigation("licensing.group", "inbox", 20, WaitingBadge.class)),
                        RequestsScreen.class,
                        Audience.STAFF),
                new ScreenDeclaration(
                        "licensing/renewals",
                        "renewal.title",
                        "read_licensing",
                        Optional.of(new Navigation("licensing.group", "calendar", 30)),
                        RenewalsScreen.class,
                        Audience.STAFF),
                new ScreenDeclaration(
                        "my/licenses",
                        "my.licenses.title",
                        "read_licensing",
                        Optional.of(new Navigation("licensing.group", "key", 10)),
                        MyLicensesScreen.class,
                        Audience.CLIENTS),
                new ScreenDeclaration(
                        "my/requests",
                        "my.requests.title",
                        "read_licensing",
                        Optional.of(new Navigation("licensing.group", "inbox", 20)),
                        MyRequestsScreen.class,
                        Audience.CLIENTS),
                new ScreenDeclaration(
                        "my/catalog",
                        "my.catalog.title",
                        "read_licensing",
                        Optional.of(new Navigation("licensing.group", "storage", 30)),
                        MyCatalogScreen.class,
                        Audience.CLIENTS),
                new ScreenDeclaration(
                        "licensing/settings",
                        "settings.title",
                        "manage_licensing",
                        Optional.of(new Navigation("settings.group", "cog", 1020)),
                        SettingsScreen.class,
                        Audience.STAFF));
    }

    @Override
    public List<JobDeclaration> jobs() {
        List<JobDeclaration> jobs = new ArrayList<>(SyncJobs.declarations());
        jobs.add(new JobDeclaration(TermsSync.JOB, "terms.job", Optional.of("30 4 * * *"), TermsSync.class));
        jobs.add(PushJob.declaration());
        return jobs;
    }

    @Override
    public Optional<OAuthClientDeclaration> oauthClient(PluginSettings settings) {
        return Pax8OAuth.pax8Client(settings);
    }

    @Override
    public Set<String> hosts(PluginSettings settings) {
        return Pax8OAuth.hosts(settings);
    }

    @Override
    public Class<? extends IntegrationCard> card() {
        return Pax8Card.class;
    }

    @Override
    public List<WizardStepDeclaration> wizard() {
        return List.of(
                new WizardStepDeclaration("connect", "wizard.connect.title", ConnectStep.class),
                new WizardStepDeclaration("companies", "wizard.companies.title", CompaniesStep.class),
                new WizardStepDeclaration("complete", "wizard.complete.title", CompleteStep.class));
    }

    @Override
    public Class<? extends IntegrationRemoval> removal() {
        return Pax8Removal.class;
    }
}
