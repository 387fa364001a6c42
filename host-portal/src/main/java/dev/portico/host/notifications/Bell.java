package dev.portico.host.notifications;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.portico.host.shell.LiveRegion;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.Moments;
import dev.portico.host.shell.Refresher;
import dev.portico.host.shell.TopBarTool;
import dev.portico.host.texts.Texts;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Tells how much is new, and shows the newest when it is opened. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Bell extends Composite<Div> implements TopBarTool {

    private static final Texts TEXTS = Texts.of("notifications");
    private static final int NEWEST = 8;
    private static final int MOST_SHOWN = 99;

    private final transient UserNotices notices;
    private final Button button = new Button(new Icon(VaadinIcon.BELL_O));
    private final Badge badge = new Badge();
    private final LiveRegion live = new LiveRegion();
    private final Popover popover = new Popover();
    private final Button allRead = new Button(TEXTS.text("all-read"));
    private final NoticeList list;
    private long unread;

    Bell(UserNotices notices, Moments moments, Refresher refresher) {
        this.notices = notices;
        list = new NoticeList(notices, moments, popover::close);
        button.setId("bell");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        badge.addThemeVariants(BadgeVariant.FILLED);
        badge.getElement().setAttribute("aria-hidden", "true");
        configurePopover();
        getContent().addClassName("bell");
        getContent().add(button, badge, popover, live);
        show(notices.unread());
        refresher.onChange(this, notices::onChange, this::changed);
    }

    private void configurePopover() {
        allRead.addThemeVariants(ButtonVariant.TERTIARY);
        allRead.addClickListener(click -> notices.markAllRead());
        // why no heading: it would stand before the page's own, also while nobody looks at it
        Span title = new Span(TEXTS.text("title"));
        title.addClassName("bell-title");
        Div head = new Div(title, allRead);
        head.addClassName("bell-head");
        RouterLink all = new RouterLink(TEXTS.text("all"), NotificationsView.class);
        Div foot = new Div(all);
        foot.addClassName("bell-foot");
        Div content = new Div(head, list, foot);
        content.addClassName("bell-list");
        // why: following the link leaves the popover open, which would cover the page
        content.getElement().addEventListener("click", event -> popover.close()).setFilter("event.target.closest('a')");
        popover.add(content);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAutofocus(true);
        popover.setAriaLabel(TEXTS.text("title"));
        popover.addOpenedChangeListener(change -> fill());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        // why: something may have come between making the bell and listening
        show(notices.unread());
    }

    private void changed() {
        long before = unread;
        show(notices.unread());
        if (unread > before) {
            live.say(TEXTS.text("count", unread));
        }
        fill();
        // why: what is told is often what waits behind an item of the drawer
        findAncestor(MainLayout.class).count();
    }

    private void show(long count) {
        unread = count;
        String text = TEXTS.text("count", count);
        button.setAriaLabel(count == 0 ? TEXTS.text("title") : text);
        button.setTooltipText(text);
        badge.setText(count > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(count));
        badge.setVisible(count > 0);
        allRead.setEnabled(count > 0);
    }

    private void fill() {
        if (popover.isOpened()) {
            list.show(notices.newest(NEWEST));
        } else {
            list.clear();
        }
    }
}
