package dev.portico.host.companies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.portico.host.companies.CompanyImport.Preview;
import dev.portico.host.companies.CompanyImport.Report;
import dev.portico.host.companies.CompanyImport.Verdict;
import dev.portico.host.companies.CsvReading.Problem;
import dev.portico.host.shell.Notices;
import dev.portico.host.texts.Texts;

/** Imports companies from a file: choose it, see what would happen, import, see what happened. */
class ImportDialog extends Dialog {

    static final int LARGEST = 5 * 1024 * 1024;
    private static final Texts TEXTS = Texts.of("companies");

    private final transient CompanyImport companyImport;
    private final transient Runnable onImported;
    private final Div content = new Div();

    ImportDialog(CompanyImport companyImport, Runnable onImported) {
        super(TEXTS.text("import.title"));
        this.companyImport = companyImport;
        this.onImported = onImported;
        content.addClassName("stack");
        add(content);
        setWidth("min(52rem, 100%)");
        setCloseOnOutsideClick(false);
        showChoice();
    }

    /** Takes the file that was chosen. */
    void receive(String fileName, byte[] file) {
        switch (CsvReader.read(file)) {
            case CsvReading.Unreadable unreadable -> showProblem(fileName, unreadable.problem());
            case CsvReading.Read read when read.lines().isEmpty() ->
                showProblem(fileName, Problem.of("csv.empty"));
            case CsvReading.Read read -> showPreview(fileName, companyImport.preview(read));
        }
    }

    static String textOf(Problem problem) {
        return TEXTS.text(problem.key(), problem.arguments().toArray());
    }

    private void showChoice(Component... before) {
        Paragraph help = new Paragraph(TEXTS.text("import.help"));
        help.addClassName("muted");
        content.removeAll();
        content.add(before);
        content.add(help, upload());
        getFooter().removeAll();
        getFooter().add(new Button(TEXTS.text("cancel"), click -> close()));
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.inMemory(
                (metadata, bytes) -> receive(metadata.fileName(), bytes)));
        upload.setAcceptedFileTypes(".csv", "text/csv");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setUploadButton(new Button(TEXTS.text("import.choose")));
        upload.setDropLabel(new Span(TEXTS.text("import.drop")));
        UploadI18N texts = new UploadI18N();
        texts.setError(new UploadI18N.Error()
                .setTooManyFiles(TEXTS.text("import.one-file"))
                .setFileIsTooBig(TEXTS.text("import.too-big"))
                .setIncorrectFileType(TEXTS.text("import.not-csv")));
        upload.setI18n(texts);
        upload.addFileRejectedListener(rejected -> Notices.problem(rejected.getErrorMessage()));
        upload.setWidthFull();
        return upload;
    }

    private void showProblem(String fileName, Problem problem) {
        Paragraph words = new Paragraph(TEXTS.text("import.unreadable", fileName, textOf(problem)));
        words.addClassName("problem");
        words.getElement().setAttribute("role", "alert");
        showChoice(words);
    }

    private void showPreview(String fileName, Preview preview) {
        int fresh = preview.count(Verdict.NEW);
        Paragraph file = new Paragraph(TEXTS.text("import.found", fileName, preview.rows().size()));
        file.addClassName("muted");
        content.removeAll();
        content.add(file, ImportRows.summary(preview), ImportRows.grid(preview));
        Button confirm = new Button(TEXTS.text("import.verb", fresh));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setEnabled(fresh > 0);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> showReport(companyImport.run(fileName, preview), preview));
        getFooter().removeAll();
        getFooter()
                .add(
                        new Button(TEXTS.text("cancel"), click -> close()),
                        new Button(TEXTS.text("import.other"), click -> showChoice()),
                        confirm);
    }

    private void showReport(Report report, Preview preview) {
        onImported.run();
        Notices.done(TEXTS.text("import.done", report.added()));
        if (report.wrong() == 0) {
            close();
            return;
        }
        Paragraph words =
                new Paragraph(TEXTS.text("import.report", report.added(), report.existing(), report.wrong()));
        words.getElement().setAttribute("role", "status");
        content.removeAll();
        content.add(words, ImportRows.grid(new Preview(preview.rows(Verdict.WRONG))));
        Button done = new Button(TEXTS.text("close"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().removeAll();
        getFooter().add(done);
    }
}
