package dev.portico.host.plugins.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.portico.host.plugins.PluginJarBuilder.aWorkingPlugin;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginRemovalDialogTest extends PluginScreensUnderTest {

    @Test
    void removesAPluginKeepingItsDataWhichCanBeDeletedLater() throws Exception {
        install(aWorkingPlugin(id));
        openList();
        eventually(() -> assertThat(state()).isEqualTo("Started"));
        jdbc.sql("insert into " + id + ".thing (id) values (1), (2)").update();

        choose("Remove…");
        assertThat(textOf(_get(RemovePluginDialog.class))).contains("again when " + id + " is installed", "Remove Integration");
        _click(button("Remove " + id));
        eventually(() -> assertThat(_find(PluginCard.class)).isEmpty());

        assertThat(textOf(_get(KeptDataPanel.class))).contains(id, "Version 1.0.0, removed a moment ago by", "2 rows in one table");
        _click(button("Delete data…"));
        Button confirm = button("Delete data of " + id);
        assertThat(confirm.isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type " + id + " to confirm")), id);
        _click(confirm);

        _assertNone(KeptDataPanel.class);
        assertThat(schemas()).doesNotContain(id);
    }

    @Test
    void removesAPluginWithItsDataOnceItsNameWasTyped() throws Exception {
        install(aWorkingPlugin(id));
        openList();
        eventually(() -> assertThat(state()).isEqualTo("Started"));
        jdbc.sql("insert into " + id + ".thing (id) values (1)").update();

        choose("Remove…");
        deleteData();
        assertThat(textOf(_get(RemovePluginDialog.class))).contains("one row in the table thing");
        Button confirm = button("Remove " + id + " and its data");
        assertThat(confirm.isEnabled()).isFalse();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type " + id + " to confirm")), id);
        _click(confirm);

        eventually(() -> assertThat(_find(PluginCard.class)).isEmpty());
        _assertNone(KeptDataPanel.class);
        assertThat(schemas()).doesNotContain(id);
    }

    @SuppressWarnings("unchecked")
    private static void deleteData() {
        RadioButtonGroup<Boolean> choice = _get(RadioButtonGroup.class);
        _setValue(choice, true);
    }

    private List<String> schemas() {
        return jdbc.sql("select nspname from pg_namespace").query(String.class).list();
    }
}
