package dev.portico.host.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import dev.portico.host.texts.Texts;
import java.time.Duration;

/** Short words to the user; read aloud by screen readers, problems at once and the rest when there is a pause. */
public final class Notices {

    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final Duration LONG = Duration.ofSeconds(10);

    private Notices() {}

    /** Tells that something was done. */
    public static void done(String text) {
        notice(text, SHORT).open();
    }

    /** Tells that something failed and what to do; stays until closed. */
    public static Notification problem(String text) {
        Notification notice = notice(text, Duration.ZERO);
        notice.setAssertive(true);
        notice.addThemeVariants(NotificationVariant.ERROR);
        notice.add(close(notice));
        notice.open();
        return notice;
    }

    /** Tells something and offers a step that leads on; stays until closed. */
    public static Notification withStep(String text, String verb, Runnable step) {
        Notification notice = notice(text, Duration.ZERO);
        notice.add(button(notice, verb, step), close(notice));
        notice.open();
        return notice;
    }

    /** Tells that something was done and offers, for a while, to take it back. */
    public static Notification withUndo(String text, Runnable undo) {
        Notification notice = notice(text, LONG);
        notice.add(button(notice, Texts.of("shell").text("notice.undo"), undo));
        notice.open();
        return notice;
    }

    private static Button close(Notification notice) {
        Button close = new Button(new Icon(VaadinIcon.CLOSE_SMALL), click -> notice.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(Texts.of("shell").text("notice.close"));
        return close;
    }

    private static Button button(Notification notice, String verb, Runnable act) {
        Button button = new Button(verb);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            notice.close();
            act.run();
        });
        return button;
    }

    /** Whether a component is one of these notices, which outlive the page they were opened on. */
    public static boolean isNotice(Component component) {
        return ComponentUtil.getData(component, Notices.class) != null;
    }

    private static Notification notice(String text, Duration duration) {
        Notification notice = new Notification();
        ComponentUtil.setData(notice, Notices.class, new Notices());
        notice.setPosition(Position.BOTTOM_CENTER);
        notice.setDuration((int) duration.toMillis());
        notice.setAssertive(false);
        Span words = new Span(text);
        words.addClassName("notice-text");
        notice.add(words);
        return notice;
    }
}
