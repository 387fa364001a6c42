package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.host.plugins.admin.BringsDifference.Change;
import dev.portico.host.plugins.admin.BringsDifference.Item;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.Locale;

/** What a plugin brings; what differs from another version stands out. */
class BringsPanel extends DescriptionList {

    private static final Texts TEXTS = Texts.of("plugins");

    /**
     * Shows it.
     *
     * @param tables what it does to its own tables, in words
     */
    BringsPanel(BringsDifference brings, String tables) {
        addClassName("facts");
        part("screens", brings.screens());
        part("jobs", brings.jobs());
        part("permissions", brings.permissions());
        part("hosts", brings.hosts());
        part("account", brings.accounts());
        add(new Term(TEXTS.text("brings.tables")), new Description(tables));
    }

    private void part(String key, List<Item> items) {
        Term term = new Term(TEXTS.text("brings." + key));
        if (items.isEmpty()) {
            Description none = new Description(TEXTS.text("brings.none." + key));
            none.addClassName("muted");
            add(term, none);
            return;
        }
        UnorderedList list = new UnorderedList();
        items.forEach(item -> list.add(line(item)));
        add(term, new Description(list));
    }

    private static ListItem line(Item item) {
        Span text = new Span(item.text());
        ListItem line = new ListItem(text);
        if (!item.detail().isEmpty()) {
            Span detail = new Span(item.detail());
            detail.addClassName("muted");
            line.add(detail);
        }
        if (item.change() != Change.SAME) {
            Badge badge = new Badge(TEXTS.text("change." + item.change().name().toLowerCase(Locale.ROOT)));
            badge.addThemeVariants(item.change() == Change.GONE ? BadgeVariant.ERROR : BadgeVariant.WARNING);
            line.add(badge);
            text.addClassName(item.change() == Change.GONE ? "gone" : "differs");
        }
        return line;
    }
}
