package dev.portico.api.kit;

import dev.portico.api.PermissionDeclaration;
import dev.portico.api.PluginProfile;
import dev.portico.api.job.JobDeclaration;
import dev.portico.api.screen.ScreenDeclaration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins that declare what does not fit. */
class DeclarationsContractTest extends ContractUnderTest {

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
}
