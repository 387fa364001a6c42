package dev.portico.api.kit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.api.IntegrationPlugin;
import dev.portico.api.IntegrationRemoval;
import dev.portico.api.PermissionDeclaration;
import dev.portico.api.PluginProfile;
import dev.portico.api.PluginSettings;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.screen.IntegrationCard;
import dev.portico.api.screen.NavigationBadge;
import dev.portico.api.screen.ScreenDeclaration;
import dev.portico.api.screen.WizardStepDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pf4j.Extension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Plugins with one fault each must fail the contract, and be told what to do. */
class PluginContractTest {

    @TempDir
    private Path folder;

    private final Map<String, String> files = new HashMap<>(SoundPlugin.RESOURCES);

    /** The contract is met by a sound plugin. */
    @Nested
    class ASoundPlugin extends PluginContract {

        ASoundPlugin(@TempDir Path sound) throws IOException {
            super(new SoundPlugin(), loader(sound, SoundPlugin.RESOURCES));
        }
    }

    @Test
    void aClassThatThePortalCannotMakeIsFound() {
        refused(contract(new HiddenPlugin())::thePortalCanMakeAnInstance, "must be public");
        refused(contract(new DemandingPlugin("x"))::thePortalCanMakeAnInstance, "constructor without arguments");
        refused(contract(new UnmarkedPlugin())::thePortalCanMakeAnInstance, "must carry @org.pf4j.Extension");
    }

    @Test
    void anIndexThatIsMissingOrNamesOthersIsFound() {
        files.remove("META-INF/extensions.idx");
        refused(contract(new SoundPlugin())::theExtensionIndexNamesThePluginAndNothingElse, "<proc>full</proc>");
        files.put("META-INF/extensions.idx", SoundPlugin.class.getName() + "\nother.Plugin\n");
        refused(contract(new SoundPlugin())::theExtensionIndexNamesThePluginAndNothingElse, "no other class");
    }

    @Test
    void declarationsThatAreNullOrChangeAreFound() {
        refused(contract(new SoundPlugin() {
            @Override
            public List<JobDeclaration> jobs() {
                return null;
            }
        })::declarationsAreNeverNullAndTheSameEachTime, "jobs() must not be null");
        refused(contract(new SoundPlugin() {
            @Override
            public PluginProfile profile() {
                return new PluginProfile("S", "S", "category", "summary", null);
            }
        })::declarationsAreNeverNullAndTheSameEachTime, "profile(): documentation");
        refused(contract(new SoundPlugin() {
            private int asked;

            @Override
            public List<ScreenDeclaration> screens() {
                return List.of(screen("sound/" + asked++, "key", "manage_sound"));
            }
        })::declarationsAreNeverNullAndTheSameEachTime, "screens() must be the same each time");
    }

    @Test
    void aProfileWithoutTextsIsFound() {
        refused(contract(new SoundPlugin() {
            @Override
            public PluginProfile profile() {
                return new PluginProfile("Sound", "S", "category", "no-such-text", "");
            }
        })::theProfileIsComplete, "lacks the text no-such-text");
    }

    @Test
    void textsThatCannotBeShownAreFound() {
        files.put(Bundle.MAIN, SoundPlugin.TEXTS + "broken={0,choice\ndon=don't\nscreen=Twice\n");
        files.put("META-INF/portico/messages_de.properties", "unknown=Unbekannt\n");
        ThrowingCallable check = contract(new SoundPlugin())::theTextsCanBeShown;
        for (String fault : List.of("broken is no pattern", "don has a single apostrophe", "has screen twice",
                "messages_de.properties translates unknown")) {
            refused(check, fault);
        }
        files.remove(Bundle.MAIN);
        refused(contract(new SoundPlugin())::theTextsCanBeShown, "messages.properties is missing");
    }

    @ParameterizedTest
    @CsvSource({"Manage_Things, level and resource", "use_things, level and resource", "manage_users, the portal's own"})
    void permissionsThatDoNotFitAreFound(String key, String message) {
        refused(contract(new SoundPlugin() {
            @Override
            public List<PermissionDeclaration> permissions() {
                return List.of(new PermissionDeclaration(key, "permission"));
            }
        })::permissionsAreWellFormed, message);
    }

    @ParameterizedTest
    @CsvSource({
        "/sound, key, manage_sound, without a slash at its ends",
        "sound/, key, manage_sound, without a slash at its ends",
        "Sound, key, manage_sound, lower-case parts",
        "sound/:id, key, manage_sound, lower-case parts",
        "settings/sound, key, manage_sound, portal's own",
        "jobs, key, manage_sound, portal's own",
        "sound, KEY, manage_sound, name of a VaadinIcon",
        "sound, vaadin:key, manage_sound, name of a VaadinIcon",
        "sound, key, read_other, must be declared by permissions()"
    })
    void screensThatDoNotFitAreFound(String path, String icon, String permission, String message) {
        refused(contract(new SoundPlugin() {
            @Override
            public List<ScreenDeclaration> screens() {
                return List.of(screen(path, icon, permission));
            }
        })::screensFitIntoThePortal, message);
    }

    @Test
    void twoScreensOfOnePathAreFound() {
        refused(contract(new SoundPlugin() {
            @Override
            public List<ScreenDeclaration> screens() {
                return List.of(screen("sound", "key", "manage_sound"), screen("sound", "key", "read_companies"));
            }
        })::screensFitIntoThePortal, "paths of screens must differ");
    }

    @ParameterizedTest
    @CsvSource({
        "sync things, 0 3 * * *, letters",
        "count, 0 0 3 * * *, five fields",
        "count, every day, five fields",
        "count, 61 3 * * *, five fields"
    })
    void jobsThatCannotBePlannedAreFound(String id, String cron, String message) {
        refused(contract(new SoundPlugin() {
            @Override
            public List<JobDeclaration> jobs() {
                return List.of(job(id, cron));
            }
        })::jobsCanBePlanned, message);
    }

    @Test
    void stepsAndHostsThatDoNotFitAreFound() {
        IntegrationPlugin plugin = new SoundPlugin() {
            @Override
            public List<WizardStepDeclaration> wizard() {
                return List.of(new WizardStepDeclaration("Only Step", "step", Step.class));
            }

            @Override
            public Set<String> hosts(PluginSettings settings) {
                return Set.of("https://api.acme.test/v1");
            }
        };
        refused(contract(plugin)::wizardStepsHaveAnAddressAndATitle, "part of an address");
        refused(contract(plugin)::hostsAreHostNames, "no scheme, port, path");
    }

    @Test
    void beansThatAreMissingOrTwiceAreFound() {
        refused(withBeans(NoBeans.class)::everyDeclaredBeanIsDefinedOnce, "must be a bean of");
        refused(withBeans(TwoCards.class)::everyDeclaredBeanIsDefinedOnce, "(card()) must be a bean of");
        refused(contract(new ABadgeWithoutBean())::everyDeclaredBeanIsDefinedOnce, "(badge of screen sound/things) must be");
    }

    @ParameterizedTest
    @CsvSource({
        "V3__gap.sql, without a gap",
        "V01__zero.sql, name it V<number>__",
        "v2__lower.sql, name it V<number>__",
        "R__again.sql, name it V<number>__",
        "V1__second.sql, each number once"
    })
    void migrationsWithOtherNamesAreFound(String file, String message) {
        files.put(Migrations.FOLDER + "/" + file, "select 1;");
        refused(contract(new SoundPlugin())::migrationsAreNumberedWithoutGaps, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "create schema other;| name tables without a schema",
        "set search_path = portal;| leave it so",
        "create index concurrently i on thing (id);| leave out CONCURRENTLY",
        "insert into thing values (1); commit;| one transaction",
        "delete from portal.company;| only the view portal.company_directory",
        "alter table thing add company uuid references PORTAL . company_directory;| can only be read",
        "insert into jobs.jobrunr_jobs values (1);| names jobs.jobrunr_jobs"
    })
    void migrationsThatLeaveThePluginsSchemaAreFound(String sql, String message) {
        files.put(Migrations.FOLDER + "/V2__more.sql", sql);
        refused(contract(new SoundPlugin())::migrationsStayInThePluginsOwnSchema, message);
    }

    @Test
    void migrationsMayReadTheCompaniesAndCommentFreely() {
        files.put(Migrations.FOLDER + "/V2__more.sql", """
                -- why not create schema: the portal did, as portal.plugin says
                create view named as select t.id, d.name from thing t join portal.company_directory d on true;
                comment on table thing is 'never in portal.company; it''s ours';
                create function f() returns int language plpgsql as $$ declare x int; begin x := 1; begin return x; end; end $$;
                """);
        assertThatCode(contract(new SoundPlugin())::migrationsStayInThePluginsOwnSchema).doesNotThrowAnyException();
    }

    private PluginContract withBeans(Class<?> configuration) {
        return contract(new SoundPlugin() {
            @Override
            public Class<?> configuration() {
                return configuration;
            }
        });
    }

    private PluginContract contract(IntegrationPlugin plugin) {
        try {
            return new PluginContract(plugin, loader(Files.createTempDirectory(folder, "plugin"), files)) {};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sees these files and nothing of the test's own class path. */
    private static ClassLoader loader(Path root, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new URLClassLoader(new URL[] {root.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static void refused(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }

    @Extension
    static class HiddenPlugin extends SoundPlugin {}

    @Extension
    public static class DemandingPlugin extends SoundPlugin {
        public DemandingPlugin(String demand) {}
    }

    /** No subclass of the sound plugin, because the annotation is inherited. */
    public static class UnmarkedPlugin implements IntegrationPlugin {
        @Override
        public PluginProfile profile() {
            return new SoundPlugin().profile();
        }

        @Override
        public Class<?> configuration() {
            return NoBeans.class;
        }

        @Override
        public Class<? extends IntegrationCard> card() {
            return SoundPlugin.Card.class;
        }

        @Override
        public Class<? extends IntegrationRemoval> removal() {
            return SoundPlugin.Removal.class;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class NoBeans {}

    @Configuration(proxyBeanMethods = false)
    @Import(SoundPlugin.Beans.class)
    static class TwoCards {
        @Bean
        SoundPlugin.Card anotherCard() {
            return new SoundPlugin.Card();
        }
    }

    /** Counts by a class that is no bean. */
    @Extension
    public static class ABadgeWithoutBean extends SoundPlugin {
        @Override
        public List<ScreenDeclaration> screens() {
            return List.of(new ScreenDeclaration(
                    "sound/things",
                    "screen",
                    "manage_sound",
                    Optional.of(new ScreenDeclaration.Navigation("group", "key", 1, NoBadge.class)),
                    Things.class));
        }

        static class NoBadge implements NavigationBadge {
            @Override
            public long count() {
                return 0;
            }
        }
    }
}
