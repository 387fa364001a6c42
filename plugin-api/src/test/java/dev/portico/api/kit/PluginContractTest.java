package dev.portico.api.kit;

import dev.portico.api.IntegrationPlugin;
import dev.portico.api.IntegrationRemoval;
import dev.portico.api.PluginProfile;
import dev.portico.api.PluginSettings;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.screen.IntegrationCard;
import dev.portico.api.screen.NavigationBadge;
import dev.portico.api.screen.ScreenDeclaration;
import dev.portico.api.screen.WizardStepDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pf4j.Extension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Plugins that the portal cannot load, make or wire. */
class PluginContractTest extends ContractUnderTest {

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

    private PluginContract withBeans(Class<?> configuration) {
        return contract(new SoundPlugin() {
            @Override
            public Class<?> configuration() {
                return configuration;
            }
        });
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
