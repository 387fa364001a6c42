package dev.portico.host.companies;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import dev.portico.host.shell.Screens;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportDialogTest extends CompaniesViewUnderTest {

    @Test
    void showsAPreviewThenImportsThenReports() {
        people.company("Acme");
        open(people.admin());
        upload("name,country\nACME,US\nNew,US\nWrong,USA\n");

        assertThat(Screens.hasButton("Import one company")).isTrue();
        assertThat(service.count("")).isEqualTo(1);

        _click(Screens.button("Import one company"));

        assertThat(service.count("")).isEqualTo(2);
        assertThat(Screens.notices()).containsExactly("One company was imported");
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText)
                .anySatisfy(text -> assertThat(text).startsWith("1 imported, 1 were already there, 1 left out"));
        assertThat(names()).containsExactly("Acme", "New");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        people.company("Acme");
        open(people.admin());
        upload("company\nNew\n");

        assertThat(_get(Paragraph.class, spec -> spec.withClasses("problem")).getText())
                .isEqualTo("list.csv cannot be imported. Its first line has no column \"name\".");
    }

    @Test
    void hasNothingToDoWhenAllIsThere() {
        people.company("Acme");
        open(people.admin());
        upload("name\nAcme\n");

        assertThat(Screens.button("Nothing to import").isEnabled()).isFalse();
    }

    private void upload(String file) {
        _click(Screens.button("Import"));
        UploadKt._upload(_get(Upload.class), "list.csv", file.getBytes(StandardCharsets.UTF_8));
    }
}
