package dev.portico.pax8.wizard;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.Jobs.RunState;
import dev.portico.api.screen.WizardStep.Page;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.mapping.MappingRow;
import dev.portico.pax8.mapping.MappingRow.PortalChoice;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompaniesStepTest {

    private ScreensUnderTest plugin;
    private Visit visit;

    @BeforeEach
    void setUp() {
        MockVaadin.setup();
        plugin = new ScreensUnderTest();
        plugin.connect();
        visit = new Visit();
    }

    @AfterEach
    void tearDown() {
        plugin.close();
        MockVaadin.tearDown();
    }

    @Test
    void saysThatCompaniesAreOnTheirWayAndFillsByItself() {
        plugin.portal.run("companies", RunState.RUNNING, 0, 0, "");
        open();
        assertThat(text()).contains("Companies are on their way");
        assertThat(_get(ProgressBar.class).isIndeterminate()).isTrue();
        plugin.pax8Company("Acme Dental Grp LLC", "Seattle");
        plugin.portal.run("companies", RunState.RUNNING, 246, 300, "");
        visit.tick();
        assertThat(text()).contains("Fetching companies from Pax8: 246 of 300", "All 1");
        assertThat(_get(ProgressBar.class).getValue()).isEqualTo(0.82);
        assertThat(_size(grid())).isEqualTo(1);
        plugin.portal.run("companies", RunState.SUCCEEDED, 300, 300, "");
        visit.tick();
        assertThat(_find(ProgressBar.class)).isEmpty();
    }

    @Test
    void saysWhyTheSyncFailedAndOffersToTryAgain() {
        plugin.portal.run("companies", RunState.FAILED, 0, 0, "Pax8 cannot be reached.");
        open();
        assertThat(text()).contains("Pax8 cannot be reached.", "No companies yet");
        plugin.clock.forward(Duration.ofMinutes(2));
        _click(_get(Button.class, spec -> spec.withText("Try again")));
        assertThat(plugin.portal.started).containsExactly("companies");
    }

    @Test
    void refusesNextWithAReasonWhileNothingIsMapped() {
        plugin.pax8Company("Acme Dental Grp LLC", "Seattle");
        assertThat(open().obstacle()).contains("Map and save at least one company first");
    }

    @Test
    void proposesWithScoreAndReasonStoresNothingBeforeSaveAllAndTakesItBack() {
        threeCompanies();
        Page page = open();
        _click(_get(Button.class, spec -> spec.withText("Quick Match")));
        assertThat(cell(0)).contains("% pending", "words in common: acme, dental; grp = group; same city");
        assertThat(cell(2)).contains("Unmapped");
        assertThat(visit.notices).containsExactly("2 matches are pending. Review before saving.");
        assertThat(plugin.count("company_mapping")).isZero();
        assertThat(visit.unsaved.getAsBoolean()).isTrue();
        assertThat(page.obstacle()).contains("Save or take back your changes first");
        assertThat(saveAll(page).getText()).isEqualTo("Save All (2)");
        visit.undo.run();
        assertThat(cell(0)).contains("Unmapped");
        assertThat(saveAll(page).isEnabled()).isFalse();
        _click(_get(Button.class, spec -> spec.withText("Quick Match")));
        saveAll(page).click();
        assertThat(plugin.count("company_mapping")).isEqualTo(2);
        assertThat(page.obstacle()).isEmpty();
        assertThat(visit.unsaved.getAsBoolean()).isFalse();
        assertThat(plugin.portal.started).containsExactly("subscriptions");
        assertThat(text()).contains("All 3", "Mapped Only 2", "Unmapped Only 1");
    }

    @Test
    void proposesNothingBelowTheConfidence() {
        plugin.pax8Company("Granite Peak Insurance", "");
        plugin.portalCompany("Acme Dental Group", "");
        open();
        assertThat(_get(IntegerField.class).getValue()).isEqualTo(40);
        _setValue(_get(IntegerField.class), 90);
        _click(_get(Button.class, spec -> spec.withText("Quick Match")));
        assertThat(visit.notices).containsExactly("No match with a confidence of 90 % or more.");
    }

    @Test
    void preselectsNothingWhereTwoCandidatesAreClose() {
        plugin.pax8Company("Quillfeather Plumbing", "");
        plugin.portalCompany("Quillfeather Plumbing North", "");
        plugin.portalCompany("Quillfeather Plumbing South", "");
        Page page = open();
        _setValue(_get(IntegerField.class), 20);
        _click(_get(Button.class, spec -> spec.withText("Quick Match")));
        assertThat(cell(0)).contains("Ambiguous", "two close candidates");
        assertThat(saveAll(page).isEnabled()).isFalse();
    }

    @Test
    void mapsByHandAndGuardsOneToOne() {
        threeCompanies();
        UUID acmeInPortal = ScreensUnderTest.id("portal Acme Dental Group");
        Page page = open();
        choose(dropDown(0), new PortalChoice(acmeInPortal, "Acme Dental Group"));
        assertThat(saveAll(page).getText()).isEqualTo("Save All (1)");
        ComboBox<PortalChoice> second = dropDown(1);
        choose(second, new PortalChoice(acmeInPortal, "Acme Dental Group"));
        assertThat(second.isInvalid()).isTrue();
        assertThat(second.getErrorMessage()).isEqualTo("Acme Dental Group is chosen for another company here.");
        saveAll(page).click();
        second = dropDown(1);
        choose(second, new PortalChoice(acmeInPortal, "Acme Dental Group"));
        assertThat(second.getErrorMessage()).isEqualTo("Acme Dental Group is mapped to Acme Dental Grp LLC already.");
    }

    @Test
    void keepsChoicesMadeByHandWhenQuickMatchRuns() {
        threeCompanies();
        open();
        choose(dropDown(2), new PortalChoice(ScreensUnderTest.id("portal Acme Dental Group"), "Acme Dental Group"));
        _click(_get(Button.class, spec -> spec.withText("Quick Match")));
        assertThat(cell(2)).contains("Pending");
        assertThat(cell(0)).contains("Unmapped");
        assertThat(cell(1)).contains("% pending");
    }

    @Test
    void asksWithCountsBeforeItUnmaps() {
        threeCompanies();
        UUID acme = ScreensUnderTest.id("pax8 Acme Dental Grp LLC");
        plugin.map(acme, ScreensUnderTest.id("portal Acme Dental Group"));
        plugin.subscription(acme, "Microsoft 365", 42, "Active", "Monthly", "10", "USD");
        Page page = open();
        assertThat(cell(0)).contains("Mapped", "Seattle · 42 seats");
        choose(dropDown(0), null);
        assertThat(cell(0)).contains("Unmapping pending");
        saveAll(page).click();
        assertThat(plugin.count("company_mapping")).isEqualTo(1);
        assertThat(visit.questions)
                .containsExactly("Unmap 1 company: 1 synced subscription is removed from the portal (42 active seats),"
                        + " and this company stops syncing. Nothing changes at Pax8.");
        visit.answerYes();
        assertThat(plugin.count("company_mapping")).isZero();
        assertThat(plugin.count("subscription")).isZero();
    }

    @Test
    void createsOneOrAllInThePortal() {
        threeCompanies();
        Page page = open();
        _click(_get(row(2), Button.class, spec -> spec.withText("Create in portal")));
        assertThat(cell(2)).contains("Mapped");
        Button createAll = (Button) page.footer().getFirst();
        createAll.click();
        assertThat(visit.questions).singleElement().asString().contains("Create 2 companies");
        visit.answerYes();
        assertThat(text()).contains("Unmapped Only 0");
        assertThat(visit.notices).last().isEqualTo("2 companies were created and mapped.");
    }

    @Test
    void offersNoCreationToUsersWhoMayNotWriteCompanies() {
        threeCompanies();
        plugin.portal.permissions.remove("write_companies");
        assertThat(open().footer().getFirst().isVisible()).isFalse();
        assertThat(cell(2)).doesNotContain("Create in portal");
    }

    @Test
    void filtersAndSearches() {
        threeCompanies();
        plugin.map(
                ScreensUnderTest.id("pax8 Acme Dental Grp LLC"), ScreensUnderTest.id("portal Acme Dental Group"));
        open();
        Tabs tabs = _get(Tabs.class);
        tabs.setSelectedTab((Tab) tabs.getComponentAt(2));
        assertThat(_size(grid())).isEqualTo(2);
        assertThat(visit.parameters).containsEntry("show", "unmapped");
        _setValue(_get(TextField.class), "heron");
        assertThat(_size(grid())).isEqualTo(1);
        _setValue(_get(TextField.class), "nobody");
        assertThat(text()).contains("No company matches");
    }

    private void threeCompanies() {
        plugin.pax8Company("Acme Dental Grp LLC", "Seattle");
        plugin.pax8Company("Blue Heron Vet Clinic", "Everett");
        plugin.pax8Company("City of Ballard", "Ballard");
        plugin.portalCompany("Acme Dental Group", "Seattle");
        plugin.portalCompany("Blue Heron Veterinary", "Everett");
    }

    private Page open() {
        Page page = plugin.bean(CompaniesStep.class).open(visit);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(page.content());
        return page;
    }

    private static Button saveAll(Page page) {
        return (Button) page.save().getFirst();
    }

    @SuppressWarnings("unchecked")
    private static Grid<MappingRow> grid() {
        return _get(Grid.class);
    }

    private static Component row(int index) {
        Grid<MappingRow> grid = grid();
        return _getCellComponent(grid, index, "company");
    }

    private static String cell(int index) {
        return row(index).getElement().getTextRecursively();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<PortalChoice> dropDown(int index) {
        return _get(row(index), ComboBox.class);
    }

    /** Chooses as a user does: the change comes from the browser. */
    private static void choose(ComboBox<PortalChoice> dropDown, PortalChoice choice) {
        PortalChoice before = dropDown.getValue();
        dropDown.setValue(choice);
        ComponentUtil.fireEvent(
                dropDown, new AbstractField.ComponentValueChangeEvent<>(dropDown, dropDown, before, true));
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }
}
