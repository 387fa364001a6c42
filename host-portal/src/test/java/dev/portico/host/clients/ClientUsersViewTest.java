package dev.portico.host.clients;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.portico.host.shell.Screens.button;
import static dev.portico.host.shell.Screens.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.screen.Audience;
import dev.portico.host.security.Access;
import dev.portico.host.security.Acting;
import dev.portico.host.security.PortalTest;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import dev.portico.host.security.people.ClientUser;
import dev.portico.host.security.people.UserService;
import dev.portico.host.shell.NavigationItem;
import dev.portico.host.shell.NavigationRegistry;
import dev.portico.host.shell.Screens;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PortalTest
class ClientUsersViewTest {

    @Autowired
    ApplicationContext portal;

    @Autowired
    UserService users;

    @Autowired
    NavigationRegistry navigation;

    TestPeople people;
    PortalUser admin;
    UUID acme;

    @BeforeEach
    void emptyPortal() throws Exception {
        people = new TestPeople(portal).reset();
        admin = people.admin();
        acme = people.company("Acme");
        Acting.asSystem(() -> users.createRole("Licensing users", Set.of("read_companies")));
    }

    @AfterEach
    void closeWindow() {
        Screens.close();
    }

    private void open(PortalUser user) {
        Screens.open(portal, user);
        Screens.go("companies/" + acme + "/users");
    }

    private static ClientUserGrid grid() {
        return _get(ClientUserGrid.class);
    }

    private static void fill(String name, String email) {
        AddUserDialog dialog = _get(AddUserDialog.class);
        _setValue(_get(dialog, TextField.class), name);
        _setValue(_get(dialog, EmailField.class), email);
        _click(button("Add and make link"));
    }

    @Test
    void addsAUserAndShowsTheLinkOnce() {
        open(admin);
        assertThat(Screens.title()).isEqualTo("Users of Acme");
        assertThat(Screens.heading()).isEqualTo("No users yet");

        _click(button("Add user"));
        assertThat(_get(Select.class).getValue()).as("the only one there is").isNotNull();
        fill("Ann Lee", "ann@acme.example");

        String link = _get(_get(InviteLinkDialog.class), TextField.class).getValue();
        assertThat(link).matches("http.*/invite/[A-Za-z0-9_-]{32}");
        assertThat(textOf(_get(InviteLinkDialog.class)))
                .as("no mail server is set")
                .contains("Send this link to the user")
                .doesNotContain("sent to");
        _click(button("Close"));
        assertThat(GridKt._size(grid())).isEqualTo(1);
        Screens.close();

        Screens.open(portal);
        Screens.go(link.substring(link.indexOf("invite/")));
        _setValue(_get(PasswordField.class), "too short");
        _click(button("Set password"));
        assertThat(_get(PasswordField.class).isInvalid()).isTrue();
        _setValue(_get(PasswordField.class), "correct horse battery");
        _click(button("Set password"));

        Screens.go(link.substring(link.indexOf("invite/")));
        assertThat(textOf(_get(Main.class))).contains("was used already", "Sign in");
        Screens.go("invite/made-up");
        assertThat(textOf(_get(Main.class))).contains("This link does not work");
    }

    @Test
    void tellsWhatIsWrongAtTheField() {
        open(admin);
        _click(button("Add user"));
        fill("Ann Lee", "ann");
        assertThat(_get(EmailField.class).getErrorMessage()).isEqualTo("This is not an e-mail address");
        fill("Ann Lee", admin.email());
        assertThat(_get(EmailField.class).getErrorMessage()).contains("already");
        fill("", "ann@acme.example");
        assertThat(_get(_get(AddUserDialog.class), TextField.class).isInvalid()).isTrue();
    }

    @Test
    void deactivatesAndTakesItBack() {
        PortalUser client = people.client(acme, "read_companies");
        open(admin);
        assertThat(GridKt._get(grid(), 0).id()).isEqualTo(client.id());

        choose("Deactivate");
        assertThat(GridKt._get(grid(), 0).state()).isEqualTo(ClientUser.State.DEACTIVATED);
        _click(button("Undo"));
        assertThat(GridKt._get(grid(), 0).state()).isEqualTo(ClientUser.State.ACTIVE);
        choose("Deactivate");
        choose("Activate");
        assertThat(GridKt._get(grid(), 0).state()).isEqualTo(ClientUser.State.ACTIVE);
    }

    private static void choose(String entry) {
        MenuBar menu = (MenuBar) GridKt._getCellComponent(grid(), 0, "actions");
        MenuItem item = menu.getItems().getFirst().getSubMenu().getItems().stream()
                .filter(it -> it.getText().equals(entry))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    @Nested
    class IsNotThere {

        @Test
        void forClientUsers() {
            open(people.client(acme, "manage_users", "read_companies"));
            assertThat(Screens.heading()).isIn("Page not found", "No access");
        }

        @Test
        void forCompaniesOutOfSight() {
            UUID other = people.company("Other");
            Screens.open(portal, people.restricted(Set.of(other), "manage_users"));
            Screens.go("companies/" + acme + "/users");
            assertThat(Screens.heading()).isEqualTo("Page not found");
            Screens.go("companies/nonsense/users");
            assertThat(Screens.heading()).isEqualTo("Page not found");
        }
    }

    @Test
    void isReachedFromTheCompanyByWhoMayManageUsers() {
        Screens.open(portal, admin);
        Screens.go("companies");
        GridKt._selectRow(_get(Grid.class), 0);
        assertThat(_find(Anchor.class, spec -> spec.withText("Users of this company"))).hasSize(1);
        Screens.close();

        Screens.open(portal, people.staff("manage_companies"));
        Screens.go("companies");
        GridKt._selectRow(_get(Grid.class), 0);
        assertThat(_find(Anchor.class, spec -> spec.withText("Users of this company"))).isEmpty();
    }

    @Test
    void aClientStartsAtTheFirstPageItMayOpen() {
        var staffOnly = navigation.register(new NavigationItem(
                () -> "", () -> "Staff", "jobs", "key", -99, new Access("", Audience.STAFF), Optional.empty()));
        try {
            Screens.open(portal, people.client(acme, "read_companies"));
            assertThat(Screens.title()).isEqualTo("Companies");
            assertThat(Screens.drawer()).containsExactly("Companies");
        } finally {
            staffOnly.remove();
        }
    }

    @Test
    void aClientWithoutPagesIsToldWhatToDo() {
        Screens.open(portal, people.client(acme));
        assertThat(Screens.title()).isEqualTo("Overview");
        assertThat(Screens.heading()).isEqualTo("Nothing here yet");
    }
}
