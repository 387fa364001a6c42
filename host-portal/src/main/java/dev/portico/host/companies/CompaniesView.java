package dev.portico.host.companies;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.portico.host.companies.CompanyForm.Mode;
import dev.portico.host.security.RequiresPermission;
import dev.portico.host.shell.AccessibleDetail;
import dev.portico.host.shell.Confirm;
import dev.portico.host.shell.EmptyState;
import dev.portico.host.shell.MainLayout;
import dev.portico.host.shell.Notices;
import dev.portico.host.shell.PageHead;
import dev.portico.host.shell.PageWidth;
import dev.portico.host.shell.Titles;
import dev.portico.host.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of companies, with the form beside it. */
@Route(value = "companies", layout = MainLayout.class)
@RequiresPermission(CompanyService.READ)
class CompaniesView extends Div implements BeforeLeaveObserver, HasDynamicTitle {

    private static final Texts TEXTS = Texts.of("companies");

    private final transient CompanyService service;
    private final transient CompanyImport companyImport;
    private final MasterDetailLayout split = new MasterDetailLayout();
    private final CompanyGrid grid;
    private final TextField search = new TextField();
    private final Span matches = new Span();
    private final Div master = new Div();
    private final Div list = new Div();
    private final Div nothing = new Div();
    private final List<Button> actions = new ArrayList<>();

    CompaniesView(CompanyService service, CompanyImport companyImport) {
        this.service = service;
        this.companyImport = companyImport;
        grid = new CompanyGrid(service, this::showCount);
        // why: selecting instead of clicking, since a row is selected by the space bar too
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                leaveForm(() -> selection.getFirstSelectedItem().ifPresentOrElse(this::edit, this::closeForm));
            }
        });
        configureMaster();
        configureSplit();
        addClassNames("page", "page-fill");
        add(split);
        reload();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form().filter(CompanyForm::isChanged).isPresent()) {
            var postponed = event.postpone();
            askToDiscard(postponed::proceed);
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.page(TEXTS.text("title"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        PageWidth.follow(this, grid::setNarrow);
    }

    private void configureMaster() {
        PageHead head = new PageHead(TEXTS.text("title"));
        head.setSubtitle(TEXTS.text("subtitle"));
        if (service.mayCreate()) {
            actions.addAll(List.of(importButton(), createButton()));
            actions.forEach(head::addAction);
        }
        list.addClassName("list");
        list.add(toolbar(), grid);
        master.addClassName("page-column");
        master.add(head, list, nothing);
    }

    private Component toolbar() {
        search.setPlaceholder(TEXTS.text("search"));
        search.setAriaLabel(TEXTS.text("search"));
        search.setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> grid.search(change.getValue()));
        search.addClassName("search");
        matches.addClassName("muted");
        matches.getElement().setAttribute("role", "status");
        Div toolbar = new Div(search, matches);
        toolbar.addClassName("toolbar");
        return toolbar;
    }

    private void configureSplit() {
        split.setMaster(master);
        split.setDetailSize("24rem");
        split.setMasterSize("min(28rem, 100%)", true);
        split.setOverlaySize("min(26rem, 100%)");
        split.addBackdropClickListener(click -> leaveForm(this::closeForm));
        split.addDetailEscapePressListener(press -> leaveForm(this::closeForm));
        AccessibleDetail.name(split, TEXTS.text("details"));
        split.setSizeFull();
    }

    private Button createButton() {
        Button button = new Button(TEXTS.text("create"), new Icon(VaadinIcon.PLUS), click -> leaveForm(this::create));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button importButton() {
        return new Button(TEXTS.text("import"), new Icon(VaadinIcon.UPLOAD_ALT), click -> openImport());
    }

    private void openImport() {
        new ImportDialog(companyImport, this::reload).open();
    }

    /** Shows either the list or, where there is no company at all, the way to the first one. */
    private void reload() {
        boolean empty = service.count("") == 0;
        list.setVisible(!empty);
        // why: where there is nothing yet, the same buttons stand in the middle of the page
        actions.forEach(action -> action.setVisible(!empty));
        nothing.setVisible(empty);
        nothing.removeAll();
        if (empty && service.mayCreate()) {
            nothing.add(new EmptyState(
                    VaadinIcon.BUILDING,
                    TEXTS.text("empty.title"),
                    TEXTS.text("empty.text"),
                    importButton(),
                    createButton()));
        } else if (empty) {
            nothing.add(new EmptyState(
                    VaadinIcon.BUILDING, TEXTS.text("empty.title"), TEXTS.text("empty.text.reader")));
        }
        grid.search(search.getValue());
    }

    private void showCount(int found) {
        String text = search.isEmpty() ? TEXTS.text("count", found) : TEXTS.text("count.matching", found);
        matches.setText(text);
    }

    private void create() {
        open(new CompanyForm(service, Mode.creating(), this::saved, () -> leaveForm(this::closeForm)));
    }

    private void edit(Company company) {
        // why: read again, so that editing starts from what is in the database and not from what the list once read
        service.find(company.id())
                .ifPresentOrElse(
                        fresh -> {
                            grid.select(company);
                            open(new CompanyForm(
                                    service, Mode.of(fresh), this::saved, () -> leaveForm(this::closeForm)));
                        },
                        () -> {
                            Notices.problem(TEXTS.text("gone"));
                            reload();
                        });
    }

    private void open(CompanyForm form) {
        split.setDetail(form);
        form.focus();
    }

    private void saved(Company company) {
        closeForm();
        Notices.done(TEXTS.text("saved", company.name()));
        reload();
    }

    private void closeForm() {
        split.setDetail(null);
        grid.deselectAll();
        grid.focus();
    }

    private void leaveForm(Runnable then) {
        if (form().filter(CompanyForm::isChanged).isPresent()) {
            askToDiscard(then);
        } else {
            then.run();
        }
    }

    private void askToDiscard(Runnable then) {
        Confirm.ask(TEXTS.text("discard.title"), TEXTS.text("discard.text"), TEXTS.text("discard"), () -> {
            closeForm();
            then.run();
        });
    }

    private Optional<CompanyForm> form() {
        return split.getDetail() instanceof CompanyForm form ? Optional.of(form) : Optional.empty();
    }
}
