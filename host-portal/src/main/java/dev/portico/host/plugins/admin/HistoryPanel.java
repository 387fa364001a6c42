package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.portico.host.plugins.PluginEvent;
import dev.portico.host.shell.Moments;
import dev.portico.host.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/** What happened in the life of a plugin, newest first. */
class HistoryPanel extends Panel {

    private static final Texts TEXTS = Texts.of("plugins");
    private static final int FIRST = 12;

    private final transient Moments moments;
    private final OrderedList list = new OrderedList();
    private final Button more = new Button();
    private final List<Runnable> ageing = new ArrayList<>();
    private List<PluginEvent> shown = List.of();
    private boolean all;

    HistoryPanel(Moments moments) {
        super(TEXTS.text("history.title"));
        this.moments = moments;
        list.addClassName("history");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClickListener(click -> {
            all = true;
            build();
        });
        more.setVisible(false);
        add(list, more);
    }

    void show(List<PluginEvent> events) {
        if (!events.equals(shown)) {
            shown = events;
            build();
        }
        ageing.forEach(Runnable::run);
    }

    private void build() {
        ageing.clear();
        list.removeAll();
        shown.stream().limit(all ? shown.size() : FIRST).forEach(event -> list.add(item(event)));
        more.setVisible(!all && shown.size() > FIRST);
        more.setText(TEXTS.text("history.more", shown.size() - FIRST));
        ageing.forEach(Runnable::run);
    }

    private ListItem item(PluginEvent event) {
        Span words = new Span(HistoryWords.of(event));
        if (HistoryWords.isTrouble(event)) {
            words.addClassName("danger");
        }
        Span when = new Span();
        ageing.add(() -> moments.show(when, event.at()));
        Span line = new Span(when, new Span(HistoryWords.source(event)));
        line.addClassNames("muted", "dotted");
        ListItem item = new ListItem(words);
        String detail = HistoryWords.detail(event);
        if (!detail.isEmpty()) {
            Span text = new Span(detail);
            text.addClassName("history-detail");
            item.add(text);
        }
        item.add(line);
        return item;
    }
}
