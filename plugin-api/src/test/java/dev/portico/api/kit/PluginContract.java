package dev.portico.api.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.api.IntegrationPlugin;
import dev.portico.api.PluginProfile;
import dev.portico.api.PluginSettings;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.screen.ScreenDeclaration;
import dev.portico.api.screen.WizardStepDeclaration;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.pf4j.Extension;
import org.springframework.scheduling.support.CronExpression;

/**
 * The test that every plugin must pass: what it declares is complete and fits the portal. It needs neither portal nor
 * database. A plugin's build has one subclass:
 *
 * <pre>{@code
 * class AcmeContractTest extends PluginContract {
 *     AcmeContractTest() {
 *         super(new AcmePlugin());
 *     }
 * }
 * }</pre>
 */
public abstract class PluginContract {

    private static final String INDEX = "META-INF/extensions.idx";

    private final IntegrationPlugin plugin;
    private final ClassLoader resources;
    private final Bundle texts;
    private final Migrations migrations;

    /** Checks the plugin of this class, with the resources beside it on the class path. */
    protected PluginContract(IntegrationPlugin plugin) {
        this(plugin, plugin.getClass().getClassLoader());
    }

    PluginContract(IntegrationPlugin plugin, ClassLoader resources) {
        this.plugin = plugin;
        this.resources = resources;
        this.texts = Bundle.of(resources);
        this.migrations = Migrations.of(resources);
    }

    /** Settings for declarations that depend on them; none unless overridden. */
    protected PluginSettings settings() {
        return name -> Optional.empty();
    }

    @Test
    void thePortalCanMakeAnInstance() throws Exception {
        Class<?> type = plugin.getClass();
        assertThat(Modifier.isPublic(type.getModifiers()))
                .as("%s must be public, so that the portal can make an instance", type.getName())
                .isTrue();
        assertThat(type.isAnnotationPresent(Extension.class))
                .as("%s must carry @org.pf4j.Extension", type.getName())
                .isTrue();
        assertThat(type.getConstructors())
                .as("%s must have a public constructor without arguments", type.getName())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    @Test
    void theExtensionIndexNamesThePluginAndNothingElse() throws IOException {
        List<String> named = new ArrayList<>();
        for (URL index : Collections.list(resources.getResources(INDEX))) {
            try (InputStream in = index.openStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(named::add);
            }
        }
        assertThat(named)
                .as("%s must name %s and no other class: let PF4J's annotation processor run (<proc>full</proc> of"
                        + " maven-compiler-plugin) and have one class with @Extension",
                        INDEX, plugin.getClass().getName())
                .containsExactly(plugin.getClass().getName());
    }

    @Test
    void declarationsAreNeverNullAndTheSameEachTime() {
        new Declarations(plugin, settings()).check();
    }

    @Test
    void theProfileIsComplete() {
        PluginProfile profile = plugin.profile();
        assertThat(profile.name()).as("profile(): the name must not be empty").isNotBlank();
        assertThat(profile.initials())
                .as("profile(): the initials must be one to three characters for the logo tile")
                .hasSizeBetween(1, 3);
        assertThat(profile.documentation())
                .as("profile(): the documentation must be empty or an https address")
                .matches("(https?://\\S+)?");
        has(profile.categoryKey(), "the category of profile()");
        has(profile.summaryKey(), "the summary of profile()");
    }

    @Test
    void theTextsCanBeShown() {
        assertThat(texts.isThere()).as("%s is missing: the portal shows no text of its own for a plugin", Bundle.MAIN).isTrue();
        assertThat(texts.faults()).as("faults in the texts").isEmpty();
    }

    @Test
    void permissionsAreWellFormed() {
        plugin.permissions().forEach(permission -> {
            assertThat(permission.key())
                    .as("a permission's key is level and resource in lower case, such as manage_reminders")
                    .matches("(read|write|manage)_[a-z0-9_]+");
            assertThat(ThePortal.PERMISSIONS)
                    .as("the permission %s is the portal's own: name it where it is needed, but do not declare it",
                            permission.key())
                    .doesNotContain(permission.key());
            has(permission.nameKey(), "the name of permission " + permission.key());
        });
        distinct("permission keys", plugin.permissions().stream().map(it -> it.key()).toList());
    }

    @Test
    void screensFitIntoThePortal() {
        plugin.screens().forEach(this::checkScreen);
        distinct("paths of screens", plugin.screens().stream().map(ScreenDeclaration::path).toList());
    }

    @Test
    void jobsCanBePlanned() {
        plugin.jobs().forEach(this::checkJob);
        distinct("ids of jobs", plugin.jobs().stream().map(JobDeclaration::id).toList());
    }

    @Test
    void wizardStepsHaveAnAddressAndATitle() {
        plugin.wizard().forEach(step -> {
            assertThat(step.id())
                    .as("the id of a wizard step is part of an address: lower-case letters, digits and dashes")
                    .matches("[a-z0-9][a-z0-9-]*");
            has(step.titleKey(), "the title of wizard step " + step.id());
        });
        distinct("ids of wizard steps", plugin.wizard().stream().map(WizardStepDeclaration::id).toList());
    }

    @Test
    void hostsAreHostNames() {
        assertThat(plugin.hosts(settings()))
                .as("hosts() names hosts such as api.acme.test: no scheme, port, path or wildcard")
                .allMatch(host -> host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?"));
    }

    @Test
    void theOAuthClientIsComplete() {
        plugin.oauthClient(settings()).ifPresent(client -> {
            assertThat(client.clientId()).as("oauthClient(): the client id must not be empty").isNotBlank();
            assertThat(List.of(client.authorizationEndpoint(), client.tokenEndpoint()))
                    .as("oauthClient(): endpoints are whole addresses with scheme and host")
                    .allMatch(endpoint -> endpoint.isAbsolute() && endpoint.getHost() != null);
        });
    }

    @Test
    void everyDeclaredBeanIsDefinedOnce() {
        DefinedBeans beans = new DefinedBeans(plugin.configuration());
        Declarations.beanTypes(plugin).forEach((type, declared) -> assertThat(beans.count(type))
                .as("%s (%s) must be a bean of %s exactly once: a @Bean method whose return type is the class itself",
                        type.getName(), declared, plugin.configuration().getName())
                .isEqualTo(1));
    }

    @Test
    void migrationsAreNumberedWithoutGaps() {
        assertThat(migrations.namingFaults()).as("faults in %s", Migrations.FOLDER).isEmpty();
    }

    @Test
    void migrationsStayInThePluginsOwnSchema() {
        assertThat(migrations.sqlFaults()).as("faults in %s", Migrations.FOLDER).isEmpty();
    }

    private void checkScreen(ScreenDeclaration screen) {
        String path = screen.path();
        assertThat(path)
                .as("the path of a screen is lower-case parts divided by slashes, without a slash at its ends, such as"
                        + " reminders/open")
                .matches("[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*");
        assertThat(ThePortal.PATHS)
                .as("the path %s lies below one of the portal's own; begin it with a word of the plugin's", path)
                .doesNotContain(path.split("/")[0]);
        has(screen.titleKey(), "the title of screen " + path);
        assertThat(permissions())
                .as("the permission of screen %s must be declared by permissions() or be one of the portal's", path)
                .contains(screen.permission());
        screen.navigation().ifPresent(place -> {
            has(place.groupKey(), "the group of screen " + path);
            assertThat(Declarations.isIcon(place.icon()))
                    .as("the icon \"%s\" of screen %s must be the name of a VaadinIcon in lower case with dashes, such as"
                            + " clipboard-text", place.icon(), path)
                    .isTrue();
        });
    }

    private void checkJob(JobDeclaration job) {
        assertThat(job.id())
                .as("the id of a job is 1 to 45 letters, digits and dashes")
                .matches("[A-Za-z0-9-]{1,45}");
        has(job.nameKey(), "the name of job " + job.id());
        job.schedule().ifPresent(cron -> assertThat(cron.strip().split("\\s+").length == 5
                        && CronExpression.isValidExpression("0 " + cron.strip()))
                .as("the schedule \"%s\" of job %s must be a cron expression of five fields, such as 0 6 * * *", cron, job.id())
                .isTrue());
    }

    private Set<String> permissions() {
        Set<String> all = new TreeSet<>(ThePortal.PERMISSIONS);
        plugin.permissions().forEach(it -> all.add(it.key()));
        return all;
    }

    private void has(String key, String what) {
        assertThat(texts.has(key)).as("%s lacks the text %s, which is %s; add it", Bundle.MAIN, key, what).isTrue();
    }

    private static void distinct(String what, List<String> values) {
        assertThat(values).as("%s must differ from each other", what).doesNotHaveDuplicates();
    }
}
