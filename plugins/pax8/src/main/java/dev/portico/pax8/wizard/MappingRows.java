package dev.portico.pax8.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.Query;
import dev.portico.api.host.Companies;
import dev.portico.api.host.Messages;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.mapping.MappingRow;
import dev.portico.pax8.mapping.MappingRow.PortalChoice;
import dev.portico.pax8.mapping.Suggestion;
import dev.portico.pax8.wizard.MappingDraft.Choice;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the rows of the mapping: company, drop-down, badge; beside each other, on narrow screens below each other. */
final class MappingRows {

    private static final int SURE = 80;

    private final Companies companies;
    private final Messages messages;
    private final MappingDraft draft;
    private final Actions actions;
    private final boolean mayCreate;

    MappingRows(Companies companies, Messages messages, MappingDraft draft, Actions actions, boolean mayCreate) {
        this.companies = companies;
        this.messages = messages;
        this.draft = draft;
        this.actions = actions;
        this.mayCreate = mayCreate;
    }

    /** What the rows ask for. */
    interface Actions {

        /** Why this company cannot be chosen for the row; empty if it can. */
        Optional<String> objection(MappingRow row, PortalChoice portalCompany);

        /** The draft has changed. */
        void chosen();

        /** A company of the portal is to be made from the row's. */
        void create(MappingRow row);
    }

    Component row(MappingRow row) {
        Div match = new Div();
        match.addClassName("portico-mapping-match");
        showMatch(row, match);
        return Pieces.row(
                "portico-mapping-row",
                Pieces.twoLines(new Span(row.name()), Pieces.muted(details(row))),
                dropDown(row, match),
                match);
    }

    private String details(MappingRow row) {
        String seats = row.seats() == 0 ? "" : messages.text("companies.seats", row.seats());
        String status = row.status().isEmpty() || row.status().equals("Active") ? "" : row.status();
        return Stream.of(row.city(), seats, status)
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    private ComboBox<PortalChoice> dropDown(MappingRow row, Div match) {
        ComboBox<PortalChoice> dropDown = new ComboBox<>();
        dropDown.setItemLabelGenerator(company ->
                company.name().isEmpty() ? messages.text("companies.out-of-sight") : company.name());
        dropDown.setItems((Query<PortalChoice, String> query) -> companies
                .search(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                .stream()
                .map(company -> new PortalChoice(company.id(), company.name())));
        dropDown.setPlaceholder(messages.text("companies.choose"));
        dropDown.setAriaLabel(messages.text("companies.choose-for", row.name()));
        dropDown.setClearButtonVisible(true);
        dropDown.setManualValidation(true); // why: its own validation would wipe the objection away
        draft.choice(row.id())
                .map(Choice::portalCompany)
                .orElse(row.portalCompany())
                .ifPresent(dropDown::setValue);
        dropDown.addValueChangeListener(change -> {
            if (!change.isFromClient()) {
                return;
            }
            Optional<PortalChoice> wanted = Optional.ofNullable(change.getValue());
            Optional<String> objection = wanted.flatMap(company -> actions.objection(row, company));
            dropDown.setInvalid(objection.isPresent());
            dropDown.setErrorMessage(objection.orElse(""));
            if (objection.isPresent()) {
                dropDown.setValue(change.getOldValue());
                return;
            }
            draft.choose(row, wanted);
            showMatch(row, match);
            actions.chosen();
        });
        return dropDown;
    }

    private void showMatch(MappingRow row, Div match) {
        match.removeAll();
        Optional<Choice> choice = draft.choice(row.id());
        Optional<Suggestion> undecided = draft.undecided(row.id());
        if (choice.isPresent()) {
            show(choice.get(), match);
        } else if (row.portalCompany().isPresent()) {
            match.add(Pieces.badge(messages.text("companies.mapped"), BadgeVariant.SUCCESS));
        } else if (undecided.isPresent()) {
            match.add(Pieces.twoLines(
                    Pieces.badge(messages.text("companies.ambiguous"), BadgeVariant.ERROR),
                    Pieces.muted(undecided.get().reason())));
        } else {
            match.add(Pieces.badge(messages.text("companies.unmapped")));
            if (mayCreate) {
                match.add(createButton(row));
            }
        }
    }

    private void show(Choice choice, Div match) {
        if (choice.suggestion().isPresent()) {
            Suggestion suggestion = choice.suggestion().get();
            Badge badge = Pieces.badge(
                    messages.text("companies.pending-percent", suggestion.percent()),
                    suggestion.percent() >= SURE ? BadgeVariant.SUCCESS : BadgeVariant.WARNING);
            Span reason = Pieces.muted(suggestion.reason());
            reason.setTitle(suggestion.reason());
            match.add(Pieces.twoLines(badge, reason));
        } else {
            match.add(Pieces.badge(
                    messages.text(
                            choice.portalCompany().isPresent() ? "companies.pending" : "companies.pending-unmap"),
                    BadgeVariant.WARNING));
        }
    }

    private Button createButton(MappingRow row) {
        Button create = new Button(messages.text("companies.create"), VaadinIcon.PLUS.create());
        create.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        create.setAriaLabel(messages.text("companies.create-of", row.name()));
        create.addClickListener(click -> actions.create(row));
        return create;
    }
}
