package dev.portico.host.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.portico.host.companies.HostCompanies;
import dev.portico.host.security.HostCurrentUser;
import dev.portico.host.security.people.People;
import dev.portico.host.shell.EmptyState;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.Navigation;
import dev.portico.host.shell.NavigationItem;
import dev.portico.host.shell.NavigationRegistry;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.Refresher;
import dev.portico.host.shell.Titles;
import dev.portico.host.texts.Texts;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/**
 * Where everybody starts: a card for each place the user may go to, with what matters there now. A client user, who has
 * few places, starts at the first of them.
 */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class OverviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("shell");

    private final transient HostCompanies companies;
    private final transient Navigation navigation;
    private final transient HostCurrentUser user;
    private final Div content = new Div();
    private List<Place> shown = List.of();

    OverviewView(
            Navigation navigation,
            NavigationRegistry registry,
            Refresher refresher,
            HostCompanies companies,
            HostCurrentUser user,
            People people) {
        this.navigation = navigation;
        this.companies = companies;
        this.user = user;
        PageHead head = new PageHead(TEXTS.text("overview"));
        user.signedIn().ifPresent(each -> head.setSubtitle(TEXTS.text("overview.subtitle", people.nameOf(each))));
        addClassName("page");
        add(head, content);
        show();
        refresher.onChange(this, registry::onChange, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (user.client().isPresent()) {
            navigation.visible().stream()
                    .map(NavigationItem::path)
                    .filter(path -> !path.isEmpty() && !path.startsWith("/"))
                    .findFirst()
                    .ifPresent(event::forwardTo);
        }
    }

    /** Draws the cards anew if they differ from those that are drawn, so that the focus is not lost for nothing. */
    private void show() {
        List<Place> places = navigation.visible().stream()
                .filter(item -> !item.path().isEmpty())
                .map(item -> new Place(item.group().get(), item.label().get(), item.path(), item.icon()))
                .toList();
        if (content.getComponentCount() == 0 || !places.equals(shown)) {
            shown = places;
            content.removeAll();
            content.add(places.isEmpty() ? nothing() : cards(places));
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.page(TEXTS.text("overview"));
    }

    private static Component nothing() {
        return new EmptyState(
                VaadinIcon.HAND, TEXTS.text("overview.nothing.title"), TEXTS.text("overview.nothing.text"));
    }

    private Component cards(List<Place> places) {
        Div cards = new Div();
        cards.addClassName("cards");
        places.forEach(place -> cards.add(card(place)));
        return cards;
    }

    private Component card(Place place) {
        Card card = new Card();
        Icon icon = new Icon(place.icon());
        icon.getElement().setAttribute("aria-hidden", "true");
        card.setHeaderPrefix(icon);
        card.setTitle(place.label(), 2);
        if (!place.group().isEmpty()) {
            card.setSubtitle(place.group());
        }
        Paragraph now = new Paragraph(now(place.path()));
        now.addClassName("muted");
        card.add(now);
        boolean outside = place.path().startsWith("/");
        Anchor open = new Anchor(
                outside ? place.path().substring(1) : place.path(), TEXTS.text("overview.open", place.label()));
        open.setTarget(AnchorTarget.DEFAULT);
        open.setRouterIgnore(outside);
        card.addToFooter(open);
        return card;
    }

    /** What matters at a place now; only what the portal knows by itself. */
    private String now(String path) {
        return switch (path) {
            case "companies" -> {
                int count = companies.count();
                yield count == 0 ? TEXTS.text("overview.companies.none") : TEXTS.text("overview.companies", count);
            }
            case "settings/integrations" -> TEXTS.text("overview.integrations");
            case "settings/plugins" -> TEXTS.text("overview.plugins");
            case "jobs", "/jobs" -> TEXTS.text("overview.jobs");
            default -> "";
        };
    }

    /** A place with its texts resolved, which come from the plugin that brought it. */
    private record Place(String group, String label, String path, String icon) {}
}
