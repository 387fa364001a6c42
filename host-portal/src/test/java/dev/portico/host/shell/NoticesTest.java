package dev.portico.host.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertDisabled;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNoDialogs;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.ErrorEvent;
import dev.portico.api.host.PermissionDenied;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final AtomicInteger acts = new AtomicInteger();

    @BeforeEach
    void openWindow() {
        MockVaadin.setup();
    }

    @AfterEach
    void closeWindow() {
        MockVaadin.tearDown();
    }

    @Test
    void whatIsDoneIsToldPolitelyAndGoesByItself() {
        Notices.done("Saved");

        Notification notice = _get(Notification.class);
        assertThat(notice.isAssertive()).isFalse();
        assertThat(notice.getDuration()).isPositive();
    }

    @Test
    void aProblemIsToldAtOnceAndStaysUntilClosed() {
        Notices.problem("Broken");

        Notification notice = _get(Notification.class);
        assertThat(notice.isAssertive()).isTrue();
        assertThat(notice.getDuration()).isZero();
        assertThat(Screens.textOf(notice)).contains("Broken");
    }

    @Test
    void undoIsDoneOnce() {
        Notices.withUndo("Removed", acts::incrementAndGet);

        _click(Screens.button("Undo"));

        assertThat(acts).hasValue(1);
        assertThat(Screens.notices()).isEmpty();
    }

    @Test
    void aQuestionActsOnlyAfterItsVerb() {
        Confirm.ask("Unmap 3 companies", "Their subscriptions go.", "Unmap", acts::incrementAndGet);
        assertThat(acts).hasValue(0);

        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        assertThat(acts).hasValue(1);
    }

    @Test
    void removalOfDataNeedsTheNameTyped() {
        Confirm.typing("Remove Pax8", new Paragraph("2,014 subscriptions"), "Pax8", "Remove Pax8", acts::incrementAndGet);
        _assertDisabled(Screens.button("Remove Pax8"));

        _setValue(_get(TextField.class), "pax");
        _assertDisabled(Screens.button("Remove Pax8"));
        _setValue(_get(TextField.class), " pax8 ");
        _click(Screens.button("Remove Pax8"));

        assertThat(acts).hasValue(1);
        _assertNoDialogs();
    }

    @Test
    void anUnexpectedErrorGivesAnIdForSupportAndNoDetails() {
        new UnexpectedErrors().error(new ErrorEvent(new IllegalStateException("secret detail")));
        MockVaadin.clientRoundtrip(true);

        assertThat(Screens.notices()).singleElement().asString().containsPattern("[0-9a-f]{8}").doesNotContain("secret");
    }

    @Test
    void aMissingPermissionIsSaidAsSuch() {
        new UnexpectedErrors().error(new ErrorEvent(new PermissionDenied("write_x")));
        MockVaadin.clientRoundtrip(true);

        assertThat(Screens.notices()).singleElement().asString().contains("does not have the permission");
    }
}
