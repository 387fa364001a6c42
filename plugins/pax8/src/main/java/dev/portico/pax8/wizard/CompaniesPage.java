package dev.portico.pax8.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.portico.api.host.Companies;
import dev.portico.api.host.Jobs.Run;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.WizardStep.Page;
import dev.portico.api.screen.WizardStep.WizardContext;
import dev.portico.pax8.mapping.CompanyCreation;
import dev.portico.pax8.mapping.CompanyCreation.Created;
import dev.portico.pax8.mapping.MappingCounts;
import dev.portico.pax8.mapping.MappingRow;
import dev.portico.pax8.mapping.MappingRow.PortalChoice;
import dev.portico.pax8.mapping.MappingService;
import dev.portico.pax8.mapping.SaveResult;
import dev.portico.pax8.mapping.Suggestion;
import dev.portico.pax8.mapping.UnmapImpact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One visit to step 2. Nothing that is chosen here is stored before Save All. */
final class CompaniesPage implements Page, MappingRows.Actions {

    private static final Duration FOLLOW = Duration.ofSeconds(1);

    private final MappingService mappings;
    private final CompanyCreation creation;
    private final SyncProgress progress;
    private final Messages messages;
    private final WizardContext context;
    private final MappingDraft draft = new MappingDraft();
    private final MappingToolbar toolbar;
    private final MappingGrid grid;
    private final Button saveAll = new Button();
    private final Button createAll = new Button();
    private final Div content = new Div();
    private MappingCounts counts;
    private boolean syncing;

    CompaniesPage(
            MappingService mappings,
            CompanyCreation creation,
            Companies companies,
            SyncProgress progress,
            boolean mayCreate,
            Messages messages,
            WizardContext context) {
        this.mappings = mappings;
        this.creation = creation;
        this.progress = progress;
        this.messages = messages;
        this.context = context;
        counts = mappings.counts("");
        toolbar = new MappingToolbar(messages, context, this::filterChanged, this::quickMatch);
        grid = new MappingGrid(
                mappings, new MappingRows(companies, messages, draft, this, mayCreate), messages, toolbar::query);
        saveAll.addClickListener(click -> saveAll());
        createAll.setText(messages.text("companies.create-all"));
        createAll.addClickListener(click -> createAll());
        createAll.setVisible(mayCreate);
        content.add(progress.content(), toolbar.content(), grid.content());
        content.addClassName("portico-mapping");
        syncing = progress.refresh().filter(run -> run.state().active()).isPresent();
        context.unsavedWhen(() -> !draft.isEmpty());
        context.every(FOLLOW, this::follow);
        redraw();
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public List<Component> footer() {
        return List.of(createAll);
    }

    @Override
    public List<Component> save() {
        return List.of(saveAll);
    }

    @Override
    public Optional<String> obstacle() {
        if (!draft.isEmpty()) {
            return Optional.of(messages.text("companies.obstacle.unsaved"));
        }
        return mappings.counts("").mapped() == 0
                ? Optional.of(messages.text("companies.obstacle.none"))
                : Optional.empty();
    }

    @Override
    public Optional<String> objection(MappingRow row, PortalChoice portalCompany) {
        Optional<UUID> chosen = draft.chosenFor(portalCompany.id()).filter(id -> !id.equals(row.id()));
        if (chosen.isPresent()) {
            return Optional.of(messages.text("companies.chosen-already", portalCompany.name()));
        }
        return mappings.mappedTo(portalCompany.id())
                .filter(holder -> !holder.pax8Id().equals(row.id()))
                .filter(holder -> draft.choice(holder.pax8Id()).isEmpty())
                .map(holder -> messages.text("companies.mapped-already", portalCompany.name(), holder.pax8Name()));
    }

    @Override
    public void chosen() {
        redraw();
    }

    @Override
    public void create(MappingRow row) {
        tell(creation.create(Set.of(row.id())));
        draft.forget(row.id());
        refresh();
    }

    private void quickMatch(int percent) {
        MappingDraft before = draft.copy();
        List<Suggestion> suggestions =
                mappings.propose(percent / 100.0, draft.decidedByHand(), draft.takenByHand());
        int chosen = draft.propose(suggestions);
        refresh();
        if (suggestions.isEmpty()) {
            context.notify(messages.text("companies.nothing-found", percent));
            return;
        }
        context.notifyWithUndo(
                messages.text("companies.found", chosen, suggestions.size() - chosen), () -> {
                    draft.restore(before);
                    refresh();
                });
    }

    private void saveAll() {
        Map<UUID, Optional<UUID>> changes = draft.changes();
        UnmapImpact impact = mappings.impact(changes.entrySet().stream()
                .filter(change -> change.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
        if (impact.companies() == 0) {
            save(changes);
            return;
        }
        context.confirm(
                messages.text("companies.unmap.title", impact.companies()),
                messages.text("companies.unmap.text", impact.companies(), impact.subscriptions(), impact.seats()),
                messages.text("companies.unmap.title", impact.companies()),
                () -> save(changes));
    }

    private void save(Map<UUID, Optional<UUID>> changes) {
        switch (mappings.save(changes)) {
            case SaveResult.Saved saved -> {
                draft.clear();
                context.notify(messages.text("companies.saved", saved.mapped(), saved.unmapped()));
            }
            case SaveResult.Conflict(String message) -> context.notifyProblem(message);
        }
        refresh();
    }

    private void createAll() {
        Set<UUID> decided = draft.decided();
        long most = mappings.undecided(decided);
        context.confirm(
                messages.text("companies.create-all.title", most),
                messages.text("companies.create-all.text", most),
                messages.text("companies.create-all.title", most),
                () -> {
                    tell(creation.createAll(decided));
                    refresh();
                });
    }

    private void tell(Created created) {
        created.conflict().ifPresent(context::notifyProblem);
        if (created.created() > 0) {
            context.notify(messages.text("companies.created", created.created(), created.leftOut()));
        } else if (created.conflict().isEmpty()) {
            context.notifyProblem(messages.text("companies.none-created", created.leftOut()));
        }
    }

    /** Follows the company sync; rows are drawn again only when there are more, so that no open drop-down closes. */
    private void follow() {
        Optional<Run> run = progress.refresh();
        boolean active = run.filter(it -> it.state().active()).isPresent();
        if (active || syncing) {
            MappingCounts now = mappings.counts("");
            if (!now.equals(counts) || syncing != active) {
                refresh();
            }
        }
        syncing = active;
    }

    private void filterChanged() {
        grid.refresh();
        redraw();
    }

    private void refresh() {
        grid.refresh();
        redraw();
    }

    private void redraw() {
        counts = mappings.counts("");
        MappingCounts shown = toolbar.query().text().isBlank() ? counts : mappings.counts(toolbar.query().text());
        toolbar.show(shown, counts.all() > 0);
        grid.show(shown, counts.all() == 0, syncing);
        saveAll.setText(messages.text("companies.save-all", draft.size()));
        saveAll.setEnabled(!draft.isEmpty());
        createAll.setEnabled(counts.unmapped() > 0);
        context.changed();
    }
}
