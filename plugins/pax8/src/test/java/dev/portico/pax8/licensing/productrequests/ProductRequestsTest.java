package dev.portico.pax8.licensing.productrequests;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import dev.portico.pax8.fixtures.ScreensUnderTest;
import dev.portico.pax8.fixtures.Visit;
import dev.portico.pax8.licensing.productrequests.ProductRequest.State;
import dev.portico.pax8.licensing.productrequests.ProductRequestFilter.Sort;
import dev.portico.pax8.texts.RelativeTimes;
import dev.portico.pax8.fixtures.PropertyTexts;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wishes for products, over a real database. */
class ProductRequestsTest {

    private ScreensUnderTest plugin;
    private ProductRequests service;
    private UUID acme;
    private UUID harbor;
    private UUID product;

    @BeforeEach
    void setUp() {
        plugin = new ScreensUnderTest();
        service = plugin.bean(ProductRequests.class);
        acme = plugin.portalCompany("Acme Dental Group", "Seattle");
        harbor = plugin.portalCompany("Harbor Law", "Tacoma");
        product = plugin.product("Acronis Backup", "Acronis");
        plugin.jdbc.sql("insert into catalog_entry values (?, true, false, 'Backup', now(), 'test')")
                .param(product)
                .update();
        asAcme();
    }

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void areMadeByClientsToldToThoseWhoAnswerAndAudited() {
        ProductRequest request = asked();
        assertThat(request.state()).isEqualTo(State.OPEN);
        assertThat(request.companyName()).isEqualTo("Acme Dental Group");
        assertThat(request.requestedBy()).isEqualTo("carla@acme.example");
        assertThat(plugin.host.notifications.told).singleElement().satisfies(told -> {
            assertThat(told.whom()).isEqualTo("holders manage_licensing " + acme);
            assertThat(told.notice().title()).isEqualTo("Acme Dental Group asks for a product");
            assertThat(told.notice().text()).isEqualTo("Acronis Backup: 5 seats");
            assertThat(told.notice().path()).isEqualTo("licensing/requests?tab=products");
        });
        assertThat(plugin.host.audit).containsExactly("product-request.made For us");
    }

    @Test
    void areRefusedForHiddenAndUnknownProductsAndWithoutSeats() {
        assertThat(refusal(service.ask(UUID.randomUUID(), 5, ""))).contains("not in the catalog");
        assertThat(refusal(service.ask(product, 0, ""))).contains("1 seat or more");
        assertThat(refusal(service.ask(product, 5, "x".repeat(1001)))).contains("1,000 characters");
        plugin.jdbc.sql("update catalog_entry set visible = false").update();
        assertThat(refusal(service.ask(product, 5, ""))).contains("not in the catalog");
        assertThat(plugin.count("product_request")).isZero();
    }

    @Test
    void areMadeOncePerProductWhileOneIsOpen() {
        ProductRequest request = asked();
        assertThat(service.askedFor()).containsExactly(product);
        assertThat(refusal(service.ask(product, 6, ""))).contains("has asked for Acronis Backup already");
        asHarbor();
        assertThat(service.askedFor()).isEmpty();
        assertThat(service.ask(product, 6, "")).isInstanceOf(ProductRequestResult.Done.class);
        asAcme();
        assertThat(service.cancel(request.id(), request.version())).isInstanceOf(ProductRequestResult.Done.class);
        assertThat(service.ask(product, 6, "")).isInstanceOf(ProductRequestResult.Done.class);
    }

    @Test
    void areAnsweredByStaffAndTheRequesterIsTold() {
        ProductRequest request = asked();
        asStaff();
        assertThat(service.waiting()).isEqualTo(1);
        ProductRequest done = done(service.answer(request.id(), request.version(), true, "Ordered today"));
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.answeredBy()).isEqualTo("admin@example.com");
        assertThat(service.waiting()).isZero();
        assertThat(plugin.host.notifications.settled).containsExactly("product-request-" + request.id());
        assertThat(plugin.host.notifications.told.getLast().whom()).isEqualTo("user carla@acme.example");
        assertThat(plugin.host.notifications.told.getLast().notice().title()).isEqualTo("Done: Acronis Backup");
        assertThat(plugin.host.notifications.told.getLast().notice().text()).isEqualTo("Ordered today");
        assertThat(plugin.host.audit).contains("product-request.done Ordered today");
    }

    @Test
    void areAnsweredOnceOnly() {
        ProductRequest request = asked();
        asStaff();
        done(service.answer(request.id(), request.version(), false, "Not offered"));
        plugin.portal.actAs("bob@example.com");
        assertThat(service.answer(request.id(), request.version(), true, ""))
                .isInstanceOfSatisfying(ProductRequestResult.Overtaken.class, overtaken -> {
                    assertThat(overtaken.reason()).isEqualTo("admin@example.com was faster: it is declined.");
                    assertThat(overtaken.request().state()).isEqualTo(State.DECLINED);
                });
    }

    @Test
    void areNeitherSeenNorTakenBackByOthers() {
        ProductRequest request = asked();
        asHarbor();
        assertThat(service.count(ProductRequestFilter.NONE)).isZero();
        assertThat(service.page(ProductRequestFilter.NONE, Sort.CREATED, true, 0, 10)).isEmpty();
        assertThat(refusal(service.cancel(request.id(), request.version()))).contains("may not see it");
        asStaff();
        plugin.portal.scope = new CompanyScope.Only(Set.of(harbor));
        assertThat(refusal(service.answer(request.id(), request.version(), true, ""))).contains("may not see it");
        assertThat(service.waiting()).isZero();
    }

    @Test
    void needThePermissionAndTheRightSide() {
        ProductRequest request = asked();
        plugin.portal.permissions.add("manage_licensing");
        assertThatThrownBy(() -> service.answer(request.id(), request.version(), true, ""))
                .isInstanceOf(PermissionDenied.class);
        plugin.portal.permissions.clear();
        assertThatThrownBy(() -> service.ask(product, 1, "")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> service.cancel(request.id(), 1)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> service.count(ProductRequestFilter.NONE)).isInstanceOf(PermissionDenied.class);
        asStaff();
        assertThatThrownBy(() -> service.ask(product, 1, "")).isInstanceOf(PermissionDenied.class);
    }

    @Test
    void areSearchedFilteredSortedAndPagedInTheDatabase() {
        asked();
        asHarbor();
        service.ask(product, 9, "");
        asStaff();
        assertThat(service.count(new ProductRequestFilter("HARBOR", Set.of()))).isEqualTo(1);
        assertThat(service.count(new ProductRequestFilter("acronis", Set.of(State.OPEN)))).isEqualTo(2);
        assertThat(service.count(new ProductRequestFilter("", Set.of(State.DONE)))).isZero();
        assertThat(service.page(ProductRequestFilter.NONE, Sort.SEATS, false, 0, 1))
                .extracting(ProductRequest::seats)
                .containsExactly(9L);
    }

    @Test
    void areDeclinedWithWordsOnly() {
        ProductRequest request = asked();
        asStaff();
        MockVaadin.setup();
        try {
            Div page = new Div();
            UI.getCurrent().add(page);
            Visit visit = new Visit();
            PropertyTexts texts = new PropertyTexts();
            new AnswerDialog(service, texts, new RelativeTimes(texts, plugin.clock), request, visit, () -> {})
                    .openIn(page);
            _click(_get(Button.class, spec -> spec.withText("Decline")));
            assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("Say why: the client reads it.");
            _setValue(_get(TextArea.class), "We offer Veeam instead");
            _click(_get(Button.class, spec -> spec.withText("Decline")));
            assertThat(visit.notices).containsExactly("carla@acme.example is told.");
        } finally {
            MockVaadin.tearDown();
        }
        List<ProductRequest> all = service.page(ProductRequestFilter.NONE, Sort.STATE, true, 0, 10);
        assertThat(all).singleElement().satisfies(now -> {
            assertThat(now.state()).isEqualTo(State.DECLINED);
            assertThat(now.answer()).isEqualTo("We offer Veeam instead");
        });
    }

    private ProductRequest asked() {
        return done(service.ask(product, 5, "For us"));
    }

    private static ProductRequest done(ProductRequestResult result) {
        assertThat(result).isInstanceOf(ProductRequestResult.Done.class);
        return ((ProductRequestResult.Done) result).request();
    }

    private static String refusal(ProductRequestResult result) {
        assertThat(result).isInstanceOf(ProductRequestResult.Refused.class);
        return ((ProductRequestResult.Refused) result).reason();
    }

    private void asAcme() {
        plugin.portal.actAsClient("carla@acme.example", acme);
    }

    private void asHarbor() {
        plugin.portal.actAsClient("harry@harbor.example", harbor);
    }

    private void asStaff() {
        plugin.portal.actAsStaff("admin@example.com");
    }
}
