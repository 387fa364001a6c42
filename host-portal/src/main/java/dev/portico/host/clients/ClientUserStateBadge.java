package dev.portico.host.clients;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import dev.portico.host.security.people.ClientUser;
import dev.portico.host.shell.Moments;
import dev.portico.host.texts.Texts;

/** How far an account has come, in a word. */
class ClientUserStateBadge extends Badge {

    private static final Texts TEXTS = Texts.of("clients");

    ClientUserStateBadge(ClientUser user, Moments moments) {
        setText(words(user, moments));
        switch (user.state()) {
            case ACTIVE -> addThemeVariants(BadgeVariant.SUCCESS);
            case EXPIRED -> addThemeVariants(BadgeVariant.WARNING);
            case INVITED, DEACTIVATED -> {}
        }
    }

    /** The same as a text. */
    static String words(ClientUser user, Moments moments) {
        return switch (user.state()) {
            case ACTIVE -> TEXTS.text("state.active");
            case INVITED -> TEXTS.text("state.invited", moments.day(user.invitedUntil()));
            case EXPIRED -> TEXTS.text("state.expired");
            case DEACTIVATED -> TEXTS.text("state.deactivated");
        };
    }
}
