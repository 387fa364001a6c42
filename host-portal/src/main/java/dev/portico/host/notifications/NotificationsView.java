package dev.portico.host.notifications;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.portico.host.mail.MailChoice;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.Moments;
import dev.portico.host.shell.Notices;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.Refresher;
import dev.portico.host.shell.Titles;
import dev.portico.host.texts.Texts;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** Everything that the user was told, newest first. */
@Route(value = "notifications", layout = MainLayout.class)
@PermitAll
class NotificationsView extends Div implements HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("notifications");
    private static final int PAGE = 20;

    private final transient UserNotices notices;
    private final PageHead head = new PageHead(TEXTS.text("title"));
    private final Button allRead = new Button(TEXTS.text("all-read"));
    private final Button older = new Button(TEXTS.text("older"));
    private final NoticeList list;
    private int shown = PAGE;

    NotificationsView(
            UserNotices notices, ObjectProvider<MailChoice> mail, Moments moments, Refresher refresher) {
        this.notices = notices;
        list = new NoticeList(notices, moments, () -> {});
        allRead.addClickListener(click -> notices.markAllRead());
        older.addClickListener(click -> {
            shown += PAGE;
            show();
        });
        older.addClassName("older");
        mail.ifAvailable(choice -> head.addAction(byMail(choice)));
        head.addAction(allRead);
        addClassName("page");
        add(head, list, older);
        show();
        refresher.onChange(this, notices::onChange, this::show);
    }

    private static Checkbox byMail(MailChoice choice) {
        Checkbox byMail = new Checkbox(TEXTS.text("by-mail"), choice.chosen());
        byMail.addValueChangeListener(change -> {
            choice.choose(change.getValue());
            Notices.done(TEXTS.text(change.getValue() ? "by-mail.on" : "by-mail.off"));
        });
        return byMail;
    }

    private void show() {
        long unread = notices.unread();
        head.setSubtitle(TEXTS.text("count", unread));
        allRead.setEnabled(unread > 0);
        // why one more: to know whether there are older ones
        List<StoredNotice> found = notices.newest(shown + 1);
        list.show(found.subList(0, Math.min(shown, found.size())));
        older.setVisible(found.size() > shown);
    }

    @Override
    public String getPageTitle() {
        return Titles.page(TEXTS.text("title"));
    }
}
