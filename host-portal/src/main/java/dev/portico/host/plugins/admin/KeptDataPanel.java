package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.portico.host.plugins.DataCount;
import dev.portico.host.plugins.KeptData;
import dev.portico.host.plugins.PluginAdministration;
import dev.portico.host.shell.Confirm;
import dev.portico.host.shell.Moments;
import dev.portico.host.shell.Notices;
import dev.portico.host.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/** Data of plugins that were removed without it. */
class KeptDataPanel extends Section {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient PluginAdministration administration;
    private final transient PluginActions actions;
    private final transient Moments moments;
    private final Div rows = new Div();
    private final List<Runnable> ageing = new ArrayList<>();
    private List<KeptData> shown = List.of();

    KeptDataPanel(PluginAdministration administration, PluginActions actions, Moments moments) {
        this.administration = administration;
        this.actions = actions;
        this.moments = moments;
        addClassName("panel");
        rows.addClassName("rows");
        H2 title = new H2(TEXTS.text("kept.title"));
        title.addClassName("section-title");
        Paragraph help = new Paragraph(TEXTS.text("kept.help"));
        help.addClassName("muted");
        add(title, help, rows);
        setVisible(false);
    }

    /** Counts only when a plugin came or went, since counting reads whole tables. */
    void refresh() {
        List<KeptData> kept = administration.keptData();
        if (!kept.equals(shown)) {
            shown = kept;
            ageing.clear();
            rows.removeAll();
            kept.forEach(it -> rows.add(row(it)));
        }
        setVisible(!kept.isEmpty());
        ageing.forEach(Runnable::run);
    }

    private Div row(KeptData kept) {
        List<DataCount> counts = administration.data(kept.id());
        Span line = new Span();
        line.addClassName("muted");
        ageing.add(() -> moments.title(line, kept.removedAt()).setText(removed(kept)));
        Span data = new Span(DataWords.summary(counts));
        data.addClassName("muted");
        Div words = new Div(new Span(kept.name()), line, data);
        words.addClassName("two-lines");
        Button delete = new Button(TEXTS.text("kept.delete"), click -> ask(kept));
        delete.setAriaLabel(TEXTS.text("kept.delete.of", kept.name()));
        Div row = new Div(words, delete);
        row.addClassName("row");
        return row;
    }

    private String removed(KeptData kept) {
        String ago = moments.ago(kept.removedAt());
        return kept.removedBy().isEmpty()
                ? TEXTS.text("kept.removed", kept.version(), ago)
                : TEXTS.text("kept.removed.by", kept.version(), ago, kept.removedBy());
    }

    private void ask(KeptData kept) {
        Div content = new Div(
                new Paragraph(TEXTS.text("kept.delete.text", kept.name())),
                DataWords.list(administration.data(kept.id())));
        content.addClassName("stack");
        Confirm.typing(
                TEXTS.text("kept.delete.title", kept.name()),
                content,
                kept.name(),
                TEXTS.text("kept.delete.verb", kept.name()),
                () -> delete(kept));
    }

    private void delete(KeptData kept) {
        if (actions.attempt(() -> administration.deleteKeptData(kept.id()))) {
            Notices.done(TEXTS.text("kept.deleted", kept.name()));
        }
        refresh();
    }
}
