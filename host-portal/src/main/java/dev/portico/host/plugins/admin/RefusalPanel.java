package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.portico.host.plugins.packages.Finding;
import dev.portico.host.texts.Texts;
import java.util.List;

/** Says why a package cannot be installed: everything that was found, each with what to do about it. */
class RefusalPanel extends Div {

    private static final Texts TEXTS = Texts.of("plugins");

    /** What was found and what to do about it. */
    record Reason(String finding, String remedy) {

        static Reason of(Finding finding) {
            return new Reason(finding.text(), finding.remedy());
        }
    }

    RefusalPanel(String fileName, List<Reason> reasons) {
        addClassNames("problem", "refusal");
        getElement().setAttribute("role", "alert");
        Span title = new Span(TEXTS.text("refused.title", fileName, reasons.size()));
        title.addClassName("problem-title");
        UnorderedList list = new UnorderedList();
        reasons.forEach(reason -> list.add(item(reason)));
        add(title, list);
    }

    private static ListItem item(Reason reason) {
        Span remedy = new Span(reason.remedy());
        remedy.addClassName("muted");
        ListItem item = new ListItem(new Span(reason.finding()), remedy);
        item.addClassName("two-lines");
        return item;
    }
}
