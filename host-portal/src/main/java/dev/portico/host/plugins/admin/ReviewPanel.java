package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.portico.host.plugins.Brings;
import dev.portico.host.plugins.Offered;
import dev.portico.host.plugins.Offered.Installed;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.admin.BringsDifference.Change;
import dev.portico.host.plugins.admin.BringsDifference.Item;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.Optional;

/** What an administrator should know before deciding about a package that may be installed. */
class ReviewPanel extends Div {

    private static final Texts TEXTS = Texts.of("plugins");

    /**
     * Shows it.
     *
     * @param expected the plugin of which the user wanted to upload a version
     */
    ReviewPanel(Offered offered, Optional<PluginOverview> expected) {
        addClassName("stack");
        add(head(offered), muted(offered.brings().summary()), muted(SignerBadge.sentence(offered.signer())));
        expected.filter(it -> !it.id().equals(offered.id()))
                .ifPresent(it -> add(warning(TEXTS.text("review.other", it.brings().name(), offered.brings().name()))));
        if (offered.installed().filter(Installed::sameCode).isPresent()) {
            add(warning(TEXTS.text("review.same", offered.version())));
        } else if (offered.older()) {
            add(warning(TEXTS.text("review.older", offered.version(), installedVersion(offered))));
        }
        if (offered.keptData()) {
            add(new Paragraph(TEXTS.text("review.kept", offered.brings().name())));
        }
        BringsDifference difference =
                new BringsDifference(offered.brings(), offered.installed().map(Installed::brings));
        offered.installed().filter(it -> !it.sameCode()).ifPresent(it -> add(changes(difference.changes())));
        H3 title = new H3(TEXTS.text("review.brings"));
        title.addClassName("section-title");
        add(title, new BringsPanel(difference, tables(offered)));
    }

    /** The act, such as "Install Example 1.0.0". */
    static String verb(Offered offered) {
        if (offered.installed().isEmpty()) {
            return TEXTS.text("review.install", offered.brings().name(), offered.version());
        }
        return TEXTS.text(offered.older() ? "review.go-back" : "review.upgrade", offered.version());
    }

    /** Whether there is anything to install. */
    static boolean isChange(Offered offered) {
        return offered.installed().filter(Installed::sameCode).isEmpty();
    }

    private static Div head(Offered offered) {
        Brings brings = offered.brings();
        String version = offered.installed()
                .filter(it -> !it.sameCode())
                .map(it -> TEXTS.text("review.from-to", it.version(), offered.version()))
                .orElseGet(() -> TEXTS.text("version", offered.version()));
        Span name = new Span(brings.name());
        name.addClassName("review-name");
        Span line = new Span(brings.category().isEmpty() ? version : version + " · " + brings.category());
        line.addClassName("muted");
        Div words = new Div(name, line);
        words.addClassName("two-lines");
        Div head = new Div(LogoTile.of(brings), words, new SignerBadge(offered.signer()));
        head.addClassName("review-head");
        return head;
    }

    private static Paragraph changes(List<Item> changes) {
        if (changes.isEmpty()) {
            return new Paragraph(TEXTS.text("review.no-changes"));
        }
        Paragraph words = new Paragraph(TEXTS.text(
                "review.changes", count(changes, Change.NEW), count(changes, Change.CHANGED), count(changes, Change.GONE)));
        words.addClassName("differs");
        return words;
    }

    private static long count(List<Item> changes, Change change) {
        return changes.stream().filter(it -> it.change() == change).count();
    }

    private static String tables(Offered offered) {
        return offered.installed().isPresent()
                ? TEXTS.text("tables.changes", offered.newMigrations().size())
                : TEXTS.text("tables.new", offered.brings().migrations().size());
    }

    private static String installedVersion(Offered offered) {
        return offered.installed().map(Installed::version).orElse("");
    }

    private static Paragraph muted(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("muted");
        words.setVisible(!text.isEmpty());
        return words;
    }

    private static Paragraph warning(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("warning");
        words.getElement().setAttribute("role", "note");
        return words;
    }
}
