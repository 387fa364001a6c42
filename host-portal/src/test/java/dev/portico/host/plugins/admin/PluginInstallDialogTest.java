package dev.portico.host.plugins.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.portico.host.plugins.PluginJarBuilder.aWorkingPlugin;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.upload.Upload;
import dev.portico.host.plugins.PluginJarBuilder;
import dev.portico.host.security.Acting;
import org.junit.jupiter.api.Test;

/** What is shown of a package before it is installed. */
class PluginInstallDialogTest extends PluginScreensUnderTest {

    @Test
    void showsWhatAPackageBringsBeforeItIsInstalled() throws Exception {
        openList();
        upload("thing.jar", aWorkingPlugin(id).signed().build());

        String review = textOf(_get(ReviewPanel.class));
        assertThat(review)
                .contains(id, "Version 1.0.0", "Signed by test", "Things", "/" + id + "/things", "Test: count")
                .contains("every day at 03:00", "manage_" + id, "No other system", "Asks for no account")
                .contains("Makes its own tables, in one step");
        assertThat(administration.plugins()).isEmpty();

        _click(button("Install " + id + " 1.0.0"));
        _assertNone(InstallDialog.class);
        eventually(() -> assertThat(state()).isEqualTo("Started"));
    }

    @Test
    void namesEveryFindingWithItsRemedyAndTakesAnotherFile() throws Exception {
        openList();
        upload("bad.jar", aWorkingPlugin(id).without("Plugin-Provider").without("Plugin-Requires").build());

        RefusalPanel refusal = _get(RefusalPanel.class);
        assertThat(textOf(refusal)).contains("bad.jar cannot be installed, for", "Plugin-Provider", "Plugin-Requires");
        assertThat(_find(refusal, com.vaadin.flow.component.html.ListItem.class))
                .hasSizeGreaterThan(1)
                .allSatisfy(item -> assertThat(item.getChildren()).hasSize(2));

        send("thing.jar", aWorkingPlugin(id).signed().build());
        _assertNone(RefusalPanel.class);
        assertThat(button("Install " + id + " 1.0.0").isEnabled()).isTrue();
    }

    @Test
    void saysWhenThePluginFailsToDeclareItself() throws Exception {
        openList();
        upload("bad.jar", aWorkingPlugin(id)
                .replacing("/*constructor*/", "if (true) throw new IllegalStateException(\"no luck\");")
                .signed()
                .build());

        assertThat(textOf(_get(RefusalPanel.class))).contains("bad.jar cannot be installed", "no luck");
        assertThat(_get(Upload.class).isVisible()).isTrue();
    }

    @Test
    void marksWhatAnUpgradeBringsAndTakesAway() throws Exception {
        install(aWorkingPlugin(id));
        openList();
        eventually(() -> assertThat(state()).isEqualTo("Started"));
        String permission = "new PermissionDeclaration(\"manage_" + id + "\", \"permission\")";
        choose("Upload new version…");
        send("thing.jar", aWorkingPlugin(id)
                .version("1.1.0")
                .replacing(permission, permission + ", new PermissionDeclaration(\"read_" + id + "\", \"permission\")")
                .replacing("0 3 * * *", "0 */4 * * *")
                .file("META-INF/portico/migrations/V2__more.sql", "alter table thing add column more text;")
                .signed()
                .build());

        ReviewPanel review = _get(ReviewPanel.class);
        assertThat(textOf(review))
                .contains("Version 1.0.0 → 1.1.0", "1 new, 1 changed, 0 gone", "One change to its own tables")
                .contains("every 4 hours, until now: every day at 03:00");
        assertThat(_find(review, Badge.class)).extracting(Badge::getText).contains("New", "Changed");

        _click(button("Upgrade to 1.1.0"));
        eventually(() -> assertThat(textOf(card())).contains("Version 1.1.0"));
        choose("Go back to version 1.0.0…");
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).contains("tables stay as version 1.1.0");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        eventually(() -> assertThat(textOf(card())).contains("Version 1.0.0"));
    }

    @Test
    void warnsOfAnOlderVersionAndDoesNothingForTheSame() throws Exception {
        install(aWorkingPlugin(id).version("2.0.0"));
        openList();
        upload("old.jar", aWorkingPlugin(id).signed().build());
        assertThat(textOf(_get(ReviewPanel.class))).contains("1.0.0 is older than 2.0.0");
        _click(button("Cancel"));

        PluginJarBuilder other = aWorkingPlugin(id).version("2.0.0").signed();
        byte[] same = other.build();
        Acting.asSystem(() -> administration.install(administration.look(same)));
        eventually(() -> assertThat(administration.plugin(id).orElseThrow().upgrade()).isEmpty());
        upload("same.jar", same);
        assertThat(textOf(_get(ReviewPanel.class))).contains("Exactly this package");
        assertThat(button("Upgrade to 2.0.0").isEnabled()).isFalse();
    }

    private static void upload(String name, byte[] jar) {
        _click(_find(Button.class, spec -> spec.withText("Install plugin")).getFirst());
        send(name, jar);
    }

    private static void send(String name, byte[] jar) {
        UploadKt._upload(_get(Upload.class), name, jar);
        MockVaadin.clientRoundtrip(false);
    }
}
