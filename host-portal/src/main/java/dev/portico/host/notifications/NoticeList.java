package dev.portico.host.notifications;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Location;
import dev.portico.host.shell.EmptyState;
import dev.portico.host.shell.Moments;
import dev.portico.host.texts.Texts;
import java.util.List;

/** Notices below each other; each is a button that leads to its page. */
class NoticeList extends Composite<Div> {

    private static final Texts TEXTS = Texts.of("notifications");

    private final transient UserNotices notices;
    private final transient Moments moments;
    private final transient Runnable onOpen;

    /**
     * Makes an empty one.
     *
     * @param onOpen called before the page of a notice is opened
     */
    NoticeList(UserNotices notices, Moments moments, Runnable onOpen) {
        this.notices = notices;
        this.moments = moments;
        this.onOpen = onOpen;
        getContent().addClassName("notices");
    }

    /** Shows these instead of those that are shown; says so if there are none. */
    void show(List<StoredNotice> shown) {
        getContent().removeAll();
        if (shown.isEmpty()) {
            getContent().add(new EmptyState(VaadinIcon.BELL_O, TEXTS.text("empty.title"), TEXTS.text("empty.text")));
            return;
        }
        UnorderedList list = new UnorderedList();
        shown.forEach(notice -> list.add(new ListItem(button(notice))));
        getContent().add(list);
    }

    void clear() {
        getContent().removeAll();
    }

    private Component button(StoredNotice notice) {
        NativeButton button = new NativeButton();
        button.addClassName("notice");
        button.addClickListener(click -> open(notice));
        Div head = new Div(new Span(notice.title()));
        head.addClassName("notice-title");
        if (!notice.read()) {
            button.addClassName("notice-unread");
            Span unread = new Span(TEXTS.text("unread"));
            unread.addClassName("for-readers");
            head.add(unread);
        }
        button.add(head);
        if (!notice.text().isEmpty()) {
            button.add(new Span(notice.text()));
        }
        Span when = moments.show(new Span(), notice.at());
        when.addClassName("muted");
        button.add(when);
        return button;
    }

    private void open(StoredNotice notice) {
        notices.markRead(notice.id());
        onOpen.run();
        Location page = new Location(notice.path());
        UI.getCurrent().navigate(page.getPath(), page.getQueryParameters());
    }
}
