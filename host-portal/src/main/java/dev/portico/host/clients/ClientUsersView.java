package dev.portico.host.clients;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.portico.api.host.Companies;
import dev.portico.api.host.Companies.PortalCompany;
import dev.portico.host.mail.InvitationMail;
import dev.portico.host.mail.PublicAddress;
import dev.portico.host.security.RequiresPermission;
import dev.portico.host.security.people.ClientUser;
import dev.portico.host.security.people.ClientUsers;
import dev.portico.host.security.people.Invitations;
import dev.portico.host.shell.EmptyState;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.Moments;
import dev.portico.host.shell.Notices;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.PageWidth;
import dev.portico.host.shell.Titles;
import dev.portico.host.shell.Trail;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The users of one client company. */
@Route(value = "companies/:company/users", layout = MainLayout.class)
@RequiresPermission("manage_users")
class ClientUsersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("clients");

    private final transient ClientUsers users;
    private final transient Companies companies;
    private final transient ObjectProvider<InvitationMail> mail;
    private final transient PublicAddress portal;
    private final transient Moments moments;
    private final ClientUserGrid grid;
    private final Div content = new Div();
    private String title = TEXTS.text("title");
    private UUID company = new UUID(0, 0);

    ClientUsersView(
            ClientUsers users,
            Companies companies,
            ObjectProvider<InvitationMail> mail,
            PublicAddress portal,
            Moments moments) {
        this.users = users;
        this.companies = companies;
        this.mail = mail;
        this.portal = portal;
        this.moments = moments;
        grid = new ClientUserGrid(
                moments,
                new ClientUserGrid.Actions(
                        this::newLink, user -> setEnabled(user, false), user -> setEnabled(user, true)));
        addClassName("page");
        content.addClassName("client-users");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PortalCompany shown = event.getRouteParameters()
                .get("company")
                .flatMap(ClientUsersView::id)
                .filter(users::mayManage)
                .flatMap(companies::find)
                .orElseThrow(NotFoundException::new);
        company = shown.id();
        title = TEXTS.text("title.of", shown.name());
        PageHead head = new PageHead(title);
        head.setSubtitle(TEXTS.text("subtitle"));
        head.addAction(addButton());
        removeAll();
        add(
                new Trail(
                        TEXTS.text("title"),
                        new Anchor("companies", TEXTS.text("companies")),
                        new Span(shown.name())),
                head,
                content);
        reload();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        PageWidth.follow(this, grid::setNarrow);
    }

    @Override
    public String getPageTitle() {
        return Titles.page(title);
    }

    private Button addButton() {
        Button add = new Button(TEXTS.text("add"), new Icon(VaadinIcon.PLUS), click -> add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return add;
    }

    private void reload() {
        List<ClientUser> found = users.of(company);
        grid.setItems(found);
        grid.setAllRowsVisible(true);
        content.removeAll();
        content.add(found.isEmpty() ? nothing() : grid);
    }

    private static Component nothing() {
        return new EmptyState(VaadinIcon.USERS, TEXTS.text("empty.title"), TEXTS.text("empty.text"));
    }

    private void add() {
        new AddUserDialog(users, company, invited -> {
                    reload();
                    show(invited.name(), invited.email(), invited.link());
                })
                .open();
    }

    private void newLink(ClientUser user) {
        Invitations.Link link = users.newLink(company, user.id());
        reload();
        show(user.name(), user.email(), link);
    }

    private void show(String name, String email, Invitations.Link link) {
        String address = address(link);
        InviteLinkDialog dialog = new InviteLinkDialog(name, address, link, moments);
        mail.ifAvailable(post -> dialog.tellMailed(email, post.send(name, email, address, link.expiresAt())));
        dialog.open();
    }

    private void setEnabled(ClientUser user, boolean enabled) {
        users.setEnabled(company, user.id(), enabled);
        reload();
        Notices.withUndo(TEXTS.text(enabled ? "activated" : "deactivated", user.name()), () -> {
            users.setEnabled(company, user.id(), !enabled);
            reload();
        });
    }

    /** Unless the portal's address is set, as the browser of whoever asks for it reaches the portal. */
    private String address(Invitations.Link link) {
        return portal.of(link.path())
                .orElseGet(() -> ServletUriComponentsBuilder.fromContextPath(
                                VaadinServletRequest.getCurrent().getHttpServletRequest())
                        .path("/" + link.path())
                        .build()
                        .toUriString());
    }
}
