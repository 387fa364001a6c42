package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import dev.portico.host.plugins.Offered;
import dev.portico.host.plugins.PluginAdministration;
import dev.portico.host.plugins.PluginCallFailed;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.plugins.PluginRefused;
import dev.portico.host.plugins.admin.RefusalPanel.Reason;
import dev.portico.host.plugins.packages.PackageRefused;
import dev.portico.host.shell.Notices;
import dev.portico.host.shell.SupportId;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.Optional;

/** Installs a package: choose it, see whether it may be installed and what it would bring, decide. */
class InstallDialog extends Dialog {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient PluginAdministration administration;
    private final transient PluginActions actions;
    private final int largest;
    private final transient Optional<PluginOverview> expected;
    private final Div content = new Div();
    private final Div result = new Div();
    private final Div choice = new Div();

    InstallDialog(
            PluginAdministration administration,
            PluginActions actions,
            int largest,
            Optional<PluginOverview> expected) {
        super(expected.map(it -> TEXTS.text("install.title.version", it.brings().name()))
                .orElseGet(() -> TEXTS.text("install.title")));
        this.administration = administration;
        this.actions = actions;
        this.largest = largest;
        this.expected = expected;
        content.addClassName("stack");
        result.addClassName("stack");
        result.getElement().setAttribute("aria-live", "polite");
        choice.addClassName("stack");
        content.add(result, choice);
        add(content);
        setWidth("min(44rem, 100%)");
        setCloseOnOutsideClick(false);
        showChoice();
    }

    /** Takes the file that was chosen; called on the thread of the upload, without the session's lock. */
    void receive(UI ui, String fileName, byte[] file) {
        ui.access(() -> showChecking(fileName));
        try {
            Offered offered = administration.look(file);
            ui.access(() -> showReview(offered));
        } catch (PackageRefused e) {
            ui.access(() -> showRefusal(
                    fileName, e.findings().stream().map(Reason::of).toList()));
        } catch (PluginRefused | PluginCallFailed e) {
            String problem = e.getMessage();
            ui.access(() -> showRefusal(fileName, List.of(new Reason(problem, TEXTS.text("refused.call.remedy")))));
        } catch (RuntimeException e) { // why: the dialog must not wait for ever for a check that broke
            String id = SupportId.log("Checking the package " + fileName, e);
            ui.access(() -> showRefusal(
                    fileName, List.of(new Reason(TEXTS.text("refused.broken"), TEXTS.text("refused.id", id)))));
        }
    }

    private void showRefusal(String fileName, List<Reason> reasons) {
        if (isOpened()) {
            showChoice(new RefusalPanel(fileName, reasons));
        }
    }

    private void showChoice(Component... before) {
        result.removeAll();
        result.add(before);
        Paragraph help = new Paragraph(TEXTS.text("install.help"));
        help.addClassName("muted");
        choice.removeAll();
        choice.add(help, upload());
        choice.setVisible(true);
        getFooter().removeAll();
        getFooter().add(new Button(TEXTS.text("cancel"), click -> close()));
    }

    private Upload upload() {
        Upload upload = new Upload(new PackageUpload(largest, this::receive));
        upload.setAcceptedFileTypes(".jar");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(largest);
        Button choose = new Button(TEXTS.text("install.choose"));
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(TEXTS.text("install.drop")));
        UploadI18N texts = new UploadI18N();
        texts.setError(new UploadI18N.Error()
                .setTooManyFiles(TEXTS.text("install.one-file"))
                .setFileIsTooBig(TEXTS.text("install.too-big", largest / (1024 * 1024)))
                .setIncorrectFileType(TEXTS.text("install.not-jar")));
        upload.setI18n(texts);
        upload.addFileRejectedListener(rejected -> Notices.problem(rejected.getErrorMessage()));
        upload.setWidthFull();
        return upload;
    }

    private void showChecking(String fileName) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", TEXTS.text("install.checking", fileName));
        result.removeAll();
        result.add(new Paragraph(TEXTS.text("install.checking", fileName)), bar);
        // why hidden and not taken away: the answer to the upload still goes to the component
        choice.setVisible(false);
    }

    private void showReview(Offered offered) {
        if (!isOpened()) {
            return;
        }
        result.removeAll();
        result.add(new ReviewPanel(offered, expected));
        choice.setVisible(false);
        Button confirm = new Button(ReviewPanel.verb(offered));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setEnabled(ReviewPanel.isChange(offered));
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> {
            close();
            install(offered);
        });
        getFooter().removeAll();
        getFooter()
                .add(
                        new Button(TEXTS.text("cancel"), click -> close()),
                        new Button(TEXTS.text("install.other"), click -> showChoice()),
                        confirm);
        confirm.focus();
    }

    private void install(Offered offered) {
        if (actions.attempt(() -> administration.install(offered))) {
            String key = offered.installed().isPresent() ? "done.upgrading" : "done.installing";
            Notices.done(TEXTS.text(key, offered.brings().name(), offered.version()));
        }
    }
}
