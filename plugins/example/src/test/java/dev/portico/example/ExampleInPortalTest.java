package dev.portico.example;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._getFormattedRow;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.portico.api.host.Companies.PortalCompany;
import dev.portico.host.WholePortalTest;
import dev.portico.host.integrations.IntegrationMenu;
import dev.portico.host.security.PortalUser;
import dev.portico.host.security.TestPeople;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The plugin's jar in a whole portal on a real database, used as people use it. */
@DirtiesContext // why: ends the portal before its database, for which it would wait
class ExampleInPortalTest extends WholePortalTest {

    private static final String PAGE = "example/reminders";

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestPeople people;
    private UUID acme;
    private UUID globex;

    @DynamicPropertySource
    static void plugin(DynamicPropertyRegistry registry) {
        // why: maven-jar-plugin packs it before the tests; in an IDE run "mvn process-test-classes" first
        String jar = System.getProperty("plugin.jar", "target/example-plugin-0.1.0-SNAPSHOT.jar");
        registry.add("portico.plugins.install", () -> jar);
        registry.add("portico.plugins.allow-unsigned", () -> "example");
    }

    @BeforeEach
    void aPortalWithTwoCompaniesAndNoReminders() throws Exception {
        people = new TestPeople(portal).reset();
        signInAdmin();
        await("start of the plugin").pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            UI.getCurrent().navigate(PAGE);
            return title().equals("Reminders");
        });
        jdbc.sql("truncate example.reminder, example.due_count").update();
        acme = people.company("Acme Dental");
        globex = people.company("Globex");
    }

    @Test
    void aReminderIsAddedAndCompleted() {
        UI.getCurrent().navigate(PAGE);
        assertThat(text()).contains("No reminders yet");

        _click(_get(Button.class, spec -> spec.withText("Add reminder")));
        _click(_get(Button.class, spec -> spec.withText("Add")));
        assertThat(_get(TextField.class, spec -> spec.withLabel("Contract")).getErrorMessage())
                .isEqualTo("Say what ends, such as Firewall support.");
        assertThat(_get(DatePicker.class).isInvalid()).isTrue();

        companies().setValue(companies().getGenericDataView().getItem(0));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Contract")), "Firewall support");
        _setValue(_get(DatePicker.class), LocalDate.now(clock).plusDays(5));
        _click(_get(Button.class, spec -> spec.withText("Add")));

        _assertNone(Dialog.class);
        assertThat(row(0)).contains("Firewall support", "Acme Dental");
        assertThat(text()).contains("1 reminder");

        _click((Button) _getCellComponent(grid(), 0, "actions"));
        assertThat(text()).contains("No reminders yet");
    }

    @Test
    void theListIsSortedByItsEndAndFiltered() {
        reminder(globex, "Backup", 90);
        reminder(acme, "Firewall support", -1);
        reminder(acme, "Antivirus", 10);
        UI.getCurrent().navigate(PAGE);
        assertThat(_size(grid())).isEqualTo(3);
        assertThat(row(0)).contains("Firewall support");
        assertThat(row(2)).contains("Backup", "Globex");

        _setValue(_get(TextField.class), "ACME");
        assertThat(_size(grid())).isEqualTo(2);
        _setValue(_get(TextField.class), "nothing like it");
        assertThat(text()).contains("No reminder matches these filters.");
        _click(_get(Button.class, spec -> spec.withText("Clear filters")));
        assertThat(_size(grid())).isEqualTo(3);

        UI.getCurrent().navigate(PAGE, QueryParameters.of("state", "OVERDUE"));
        assertThat(_size(grid())).isEqualTo(1);
    }

    @Test
    void whoSeesSomeCompaniesSeesOnlyTheirReminders() {
        reminder(acme, "Firewall support", 3);
        reminder(globex, "Backup", 3);
        signIn(people.restricted(Set.of(globex), "read_example"));
        UI.getCurrent().navigate(PAGE);
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(row(0)).contains("Backup");
    }

    @Test
    void theDrawerCountsWhatIsOverdueForTheUser() {
        reminder(acme, "Firewall support", -1);
        reminder(globex, "Backup", -1);
        reminder(globex, "Antivirus", 10);
        awaitBadge("2");
        signIn(people.restricted(Set.of(globex), "read_example"));
        awaitBadge("1");
        jdbc.sql("update example.reminder set done_at = now()").update();
        awaitBadge("");
    }

    private static void awaitBadge(String count) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            MockVaadin.clientRoundtrip(true);
            SideNavItem item = _get(SideNavItem.class, spec -> spec.withPredicate(it -> it.getLabel().equals("Reminders")
                    && it.getPath() != null));
            Component badge = item.getSuffixComponent();
            assertThat(badge == null ? "" : ((Badge) badge).getText()).isEqualTo(count);
        });
    }

    @Test
    void whoMayOnlySeeCanNeitherAddNorComplete() throws Exception {
        reminder(acme, "Firewall support", 3);
        signInStaff("read_example");
        UI.getCurrent().navigate(PAGE);
        assertThat(_size(grid())).isEqualTo(1);
        _assertNone(Button.class, spec -> spec.withText("Add reminder"));
        assertThat(grid().getColumns()).hasSize(4);
    }

    @Test
    void theJobCountsWhatIsDueAndTheCardTellsIt() {
        reminder(acme, "Firewall support", -1);
        reminder(globex, "Backup", 3);
        UI.getCurrent().navigate("settings/integrations");
        assertThat(text()).contains("Not counted yet");

        IntegrationMenu.choose("Count Now");

        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            UI.getCurrent().navigate("");
            UI.getCurrent().navigate("settings/integrations");
            return text().contains("1 overdue · 1 due soon");
        });
    }

    @Test
    void theWizardSetsTheNoticePeriod() {
        UI.getCurrent().navigate("settings/integrations/example/setup");
        _setValue(_get(IntegerField.class), 7);
        _click(_get(Button.class, spec -> spec.withText("Complete")));
        assertThat(title()).isEqualTo("Reminders");
        assertThat(text()).contains("within 7 days");
    }

    @Test
    void removingTheIntegrationDeletesTheRemindersAndSaysHowMany() {
        reminder(acme, "Firewall support", 3);
        reminder(globex, "Backup", 3);
        UI.getCurrent().navigate("settings/integrations");
        _get(Card.class);
        IntegrationMenu.remove();
        _assertOne(ListItem.class, spec -> spec.withText("2 reminders"));
        _setValue(_get(TextField.class, spec -> spec.withLabel("Type Example to confirm")), "Example");
        _click(_get(Button.class, spec -> spec.withText("Remove Example")));
        assertThat(jdbc.sql("select count(*) from example.reminder").query(Long.class).single()).isZero();
    }

    private void reminder(UUID company, String subject, int daysFromToday) {
        jdbc.sql("insert into example.reminder (id, company_id, subject, due_on, added_by) values (?, ?, ?, ?, 'test')")
                .params(UUID.randomUUID(), company, subject, LocalDate.now(clock).plusDays(daysFromToday))
                .update();
    }

    private static void signIn(PortalUser user) {
        TestPeople.signIn(user);
        ((FakeRequest) VaadinServletRequest.getCurrent().getRequest())
                .setUserPrincipalInt(SecurityContextHolder.getContext().getAuthentication());
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<PortalCompany> companies() {
        return _get(ComboBox.class, spec -> spec.withLabel("Company"));
    }

    private static Grid<?> grid() {
        return _get(Grid.class);
    }

    private static String row(int index) {
        return String.join(" ", _getFormattedRow(grid(), index));
    }

    private static String title() {
        return _find(H1.class).stream().findFirst().map(H1::getText).orElse("");
    }

    private static String text() {
        return _find(Component.class).stream()
                .map(component -> component.getElement().getText())
                .collect(Collectors.joining("\n"));
    }
}
