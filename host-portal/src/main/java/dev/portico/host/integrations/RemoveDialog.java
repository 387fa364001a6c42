package dev.portico.host.integrations;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.api.IntegrationRemoval.RemovalCount;
import dev.portico.host.integrations.IntegrationService.Card;
import dev.portico.host.plugins.PluginCallFailed;
import dev.portico.host.screens.OpenScreens;
import dev.portico.host.shell.Confirm;
import dev.portico.host.shell.Notices;
import dev.portico.host.texts.Texts;
import java.util.List;

/** Remove Integration: says exactly what goes, with counts, and wants the name typed. */
final class RemoveDialog {

    private static final Texts TEXTS = Texts.of("integrations");

    private RemoveDialog() {}

    static void open(IntegrationService service, OpenScreens open, Card card, Runnable removed) {
        String name = card.profile().name();
        List<RemovalCount> counts;
        try {
            counts = service.removalPreview(card.id());
        } catch (PluginCallFailed e) {
            Notices.problem(TEXTS.text("remove.no.preview", e.getMessage()));
            return;
        }
        Dialog dialog = Confirm.typing(
                TEXTS.text("remove.title", name), content(name, counts), name, TEXTS.text("remove.verb", name), () -> {
                    remove(service, card);
                    removed.run();
                });
        open.show(dialog, card.id());
    }

    private static void remove(IntegrationService service, Card card) {
        try {
            service.remove(card.id());
            Notices.done(TEXTS.text("remove.done", card.profile().name()));
        } catch (PluginCallFailed | RemovalRefused e) {
            Notices.problem(TEXTS.text("remove.failed", e.getMessage()));
        }
    }

    private static Div content(String name, List<RemovalCount> counts) {
        UnorderedList list = new UnorderedList();
        counts.forEach(count -> list.add(new ListItem(TEXTS.text("remove.count", count.count(), count.label()))));
        list.add(new ListItem(TEXTS.text("remove.tokens")), new ListItem(TEXTS.text("remove.schedules")));
        return new Div(
                new Paragraph(TEXTS.text("remove.text", name)), list, new Paragraph(TEXTS.text("remove.stays", name)),
                new Paragraph(TEXTS.text("remove.plugin.stays", name)));
    }
}
