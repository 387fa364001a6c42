package dev.portico.host.plugins;

import dev.portico.api.IntegrationPlugin;
import dev.portico.api.PermissionDeclaration;
import dev.portico.api.PluginProfile;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.screen.ScreenDeclaration;
import dev.portico.api.screen.WizardStepDeclaration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a plugin leaves out nothing of what it must declare. Pages of all plugins, such as the navigation, read it,
 * and could not be shown with a hole in it.
 */
final class DeclarationCheck {

    private DeclarationCheck() {}

    /**
     * Looks at the declarations, within a call into the plugin.
     *
     * @throws PluginRefused naming what is missing
     */
    static void check(IntegrationPlugin plugin) {
        profile(there(plugin.profile(), "profile"));
        there(plugin.configuration(), "configuration");
        there(plugin.card(), "class of its card");
        there(plugin.removal(), "class of its removal");
        there(plugin.permissions(), "list of permissions").forEach(DeclarationCheck::permission);
        there(plugin.screens(), "list of screens").forEach(DeclarationCheck::screen);
        there(plugin.jobs(), "list of jobs").forEach(DeclarationCheck::job);
        there(plugin.wizard(), "list of wizard steps").forEach(DeclarationCheck::step);
    }

    private static void profile(PluginProfile profile) {
        there(profile.name(), "name");
        there(profile.initials(), "initials");
        there(profile.categoryKey(), "category");
        there(profile.summaryKey(), "summary");
        there(profile.documentation(), "documentation");
    }

    private static void permission(@Nullable PermissionDeclaration permission) {
        there(permission, "permission in its list");
        there(permission.key(), "key of a permission");
        there(permission.nameKey(), "name of a permission");
    }

    private static void screen(@Nullable ScreenDeclaration screen) {
        there(screen, "screen in its list");
        there(screen.path(), "path of a screen");
        there(screen.titleKey(), "title of a screen");
        there(screen.permission(), "permission of a screen");
        there(screen.screen(), "class of a screen");
        there(screen.audience(), "audience of a screen");
        Optional<ScreenDeclaration.Navigation> place = there(screen.navigation(), "navigation of a screen");
        place.ifPresent(it -> {
            there(it.groupKey(), "group of a screen");
            there(it.icon(), "icon of a screen");
            there(it.badge(), "badge of a screen");
        });
    }

    private static void job(@Nullable JobDeclaration job) {
        there(job, "job in its list");
        there(job.id(), "id of a job");
        there(job.nameKey(), "name of a job");
        there(job.schedule(), "schedule of a job");
        there(job.job(), "class of a job");
    }

    private static void step(@Nullable WizardStepDeclaration step) {
        there(step, "wizard step in its list");
        there(step.id(), "id of a wizard step");
        there(step.titleKey(), "title of a wizard step");
        there(step.step(), "class of a wizard step");
    }

    private static <T> T there(@Nullable T value, String what) {
        if (value == null) {
            throw new PluginRefused("The plugin declares no " + what);
        }
        return value;
    }
}
