package dev.portico.host.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.people.People;
import dev.portico.host.texts.Texts;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who is signed in, and the way out. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class UserMenu extends Composite<MenuBar> {

    private static final Texts TEXTS = Texts.of("shell");

    UserMenu(HostCurrentUser user, People people, AuthenticationContext authentication) {
        MenuBar bar = getContent();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        bar.addClassName("user-menu");
        bar.getElement().setAttribute("aria-label", TEXTS.text("user"));
        user.signedIn().ifPresent(signedIn -> fill(bar, signedIn, people.nameOf(signedIn), authentication));
    }

    private static void fill(MenuBar bar, PortalUser user, String name, AuthenticationContext authentication) {
        Avatar avatar = new Avatar(name);
        avatar.setAbbreviation(initials(name));
        avatar.getElement().setAttribute("tabindex", "-1");
        MenuItem button = bar.addItem(avatar);
        button.setAriaLabel(TEXTS.text("user.menu", name));
        Span email = new Span(user.email());
        email.addClassName("muted");
        Div who = new Div(new Span(name), email);
        who.addClassName("two-lines");
        button.getSubMenu().addItem(who).setEnabled(false);
        button.getSubMenu().addSeparator();
        button.getSubMenu().addItem(TEXTS.text("user.sign-out"), click -> authentication.logout());
    }

    /** Of the first and the last name, since more than two letters do not fit. */
    private static String initials(String name) {
        String[] names = name.strip().split("\\s+");
        String last = names.length > 1 ? names[names.length - 1] : "";
        return Stream.of(names[0], last)
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
