package dev.portico.host.contract;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.Companies;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Jobs;
import dev.portico.api.host.Messages;
import dev.portico.api.host.Notifications;
import dev.portico.api.host.RateLimiter;
import dev.portico.api.host.Vault;
import dev.portico.host.audit.AuditService;
import dev.portico.host.jobs.PluginJobs;
import dev.portico.host.limits.RateLimits;
import dev.portico.host.notifications.PluginNotifications;
import dev.portico.host.plugins.PluginOffer;
import dev.portico.host.plugins.PluginScope;
import dev.portico.host.texts.Texts;
import dev.portico.host.vault.VaultService;
import java.time.Clock;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.stereotype.Component;

/** The portal's services, each bound to the plugin that gets it. */
@Component
class ServicesOffer implements PluginOffer {

    private final Clock clock;
    private final Companies companies;
    private final CurrentUser currentUser;
    private final AuditService audit;
    private final VaultService vault;
    private final PluginJobs jobs;
    private final RateLimits limits;
    private final PluginNotifications notifications;

    ServicesOffer(
            Clock clock,
            Companies companies,
            CurrentUser currentUser,
            AuditService audit,
            VaultService vault,
            PluginJobs jobs,
            RateLimits limits,
            PluginNotifications notifications) {
        this.clock = clock;
        this.companies = companies;
        this.currentUser = currentUser;
        this.audit = audit;
        this.vault = vault;
        this.jobs = jobs;
        this.limits = limits;
        this.notifications = notifications;
    }

    @Override
    public void offer(PluginScope plugin, GenericApplicationContext context) {
        String id = plugin.id();
        Texts texts = Texts.ofPlugin(plugin.loader());
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Companies.class, () -> companies);
        context.registerBean(CurrentUser.class, () -> currentUser);
        context.registerBean(AuditTrail.class, () -> audit.forOwner(id));
        context.registerBean(Vault.class, () -> vault.forOwner(id));
        context.registerBean(Jobs.class, () -> jobs.forPlugin(id));
        context.registerBean(RateLimiter.class, () -> limits.forOwner(id));
        context.registerBean(Notifications.class, () -> notifications.forOwner(id));
        context.registerBean(Messages.class, () -> texts::text);
    }
}
