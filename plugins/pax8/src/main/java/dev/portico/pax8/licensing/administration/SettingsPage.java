package dev.portico.pax8.licensing.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.connection.ConnectionStatus;
import dev.portico.pax8.licensing.catalog.CatalogPanel;
import dev.portico.pax8.licensing.selfservice.SelfServicePanel;
import dev.portico.pax8.licensing.settings.LicensingSettings;
import dev.portico.pax8.licensing.settings.SaveResult;
import dev.portico.pax8.licensing.settings.SettingsMerge;
import dev.portico.pax8.licensing.settings.SettingsWords;
import dev.portico.pax8.licensing.trial.ReplayPanel;
import dev.portico.pax8.licensing.trial.TryIt;
import dev.portico.pax8.look.Pieces;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One visit to the settings: three tabs over one draft, which is saved as a whole. */
final class SettingsPage {

    private final Services services;
    private final Messages messages;
    private final ScreenContext context;
    private final Map<Place, Tab> tabs = new EnumMap<>(Place.class);
    private final Map<Place, Component> opened = new EnumMap<>(Place.class);
    private final Tabs bar = new Tabs();
    private final Div warning = new Div();
    private final Div notes = new Div();
    private final Div shown = new Div();
    private final Div content = new Div(warning, bar, notes, shown);
    private final Button save = new Button();
    private final Button discard = new Button();
    private final SettingsDraft draft;
    private Optional<SelfServicePanel> selfService = Optional.empty();
    private Optional<CatalogPanel> catalog = Optional.empty();

    SettingsPage(Services services, ScreenContext context) {
        this.services = services;
        this.messages = services.messages();
        this.context = context;
        draft = new SettingsDraft(services.settings().now());
        content.addClassName("portico-list");
        notes.addClassName("portico-step-failure");
        configureTabs();
        if (services.connection().status() instanceof ConnectionStatus.Connected) {
            configureSaving();
        }
        show(selected());
        head();
    }

    Component content() {
        return content;
    }

    private void configureTabs() {
        for (Place place : Place.values()) {
            Tab tab = new Tab(messages.text("settings.tab." + name(place)));
            tabs.put(place, tab);
            bar.add(tab);
        }
        bar.getElement().setAttribute("aria-label", messages.text("settings.tabs"));
        context.parameter("tab").ifPresent(wanted -> tabs.entrySet().stream()
                .filter(entry -> name(entry.getKey()).equals(wanted))
                .forEach(entry -> bar.setSelectedTab(entry.getValue())));
        bar.addSelectedChangeListener(change -> {
            context.rememberParameter("tab", Optional.of(name(selected())));
            show(selected());
        });
    }

    private void configureSaving() {
        save.setText(messages.text("settings.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> save());
        discard.setText(messages.text("settings.discard"));
        discard.addClickListener(click -> {
            notes.removeAll();
            start(services.settings().now());
        });
        context.addAction(discard);
        context.addAction(save);
        context.unsavedWhen(draft::dirty);
        draft.onChange(this::redraw);
        redraw();
    }

    private void show(Place place) {
        shown.removeAll();
        shown.add(
                services.connection().status() instanceof ConnectionStatus.Connected
                        ? opened.computeIfAbsent(place, this::open)
                        : connectFirst());
    }

    private Component open(Place place) {
        return switch (place) {
            case APPROVAL -> approval();
            case CATALOG -> catalog();
            case SELF_SERVICE -> selfService();
        };
    }

    private Component approval() {
        List<Vendors.Vendor> vendors = services.vendors().all();
        ApprovalSection section = new ApprovalSection(vendors, messages, draft::edited);
        draft.add(section);
        TryIt tryIt = new TryIt(
                services.trials(),
                services.reasons(),
                messages,
                vendors.stream().map(Vendors.Vendor::name).toList(),
                () -> draft.settings().rules());
        ReplayPanel replay = new ReplayPanel(
                services.trials(), services.reasons(), messages, () -> draft.settings().rules());
        StopWrites stop = new StopWrites(services.settings(), messages, context, this::rebase);
        stop.show(draft.base());
        draft.onChange(() -> {
            tryIt.refresh();
            replay.outdated();
            stop.show(draft.base());
        });
        return list(section.content(), tryIt.content(), replay.content(), stop.content());
    }

    private Component catalog() {
        NewProductsSection section = new NewProductsSection(messages, draft::edited);
        draft.add(section);
        CatalogPanel panel = new CatalogPanel(services.catalog(), messages, context);
        catalog = Optional.of(panel);
        return list(section.content(), panel.content());
    }

    private Component selfService() {
        SelfServiceSection section = new SelfServiceSection(messages, draft::edited);
        draft.add(section);
        SelfServicePanel panel =
                new SelfServicePanel(services.subscriptions(), () -> draft.base().rules(), messages, context);
        selfService = Optional.of(panel);
        return list(section.content(), panel.content());
    }

    private void save() {
        notes.removeAll();
        LicensingSettings before = draft.base();
        switch (services.settings().save(draft.settings())) {
            case SaveResult.Saved(LicensingSettings saved) -> {
                start(saved);
                context.notifyWithUndo(messages.text("settings.saved"), () -> takeBack(before, saved));
            }
            case SaveResult.Overtaken(LicensingSettings theirs) -> {
                List<String> changes = new SettingsWords(messages).changes(before, theirs);
                rebase(theirs);
                notes.add(Pieces.problem(messages.text(
                        "settings.overtaken", theirs.changedBy(), String.join("; ", changes))));
            }
            case SaveResult.Refused(String reason) -> notes.add(Pieces.problem(reason));
        }
    }

    /** Takes back only what was saved then, whatever was saved since. */
    private void takeBack(LicensingSettings before, LicensingSettings saved) {
        LicensingSettings now = services.settings().now();
        switch (services.settings().save(SettingsMerge.of(saved, before, now))) {
            case SaveResult.Saved(LicensingSettings restored) -> {
                rebase(restored);
                context.notify(messages.text("settings.taken-back"));
            }
            case SaveResult.Overtaken overtaken ->
                context.notifyProblem(messages.text("settings.not-taken-back", overtaken.theirs().changedBy()));
            case SaveResult.Refused(String reason) -> context.notifyProblem(reason);
        }
    }

    /** Shows what is saved; what was edited goes. */
    private void start(LicensingSettings saved) {
        draft.start(saved);
        showSaved();
    }

    /** Shows what is saved; what was edited stays. */
    private void rebase(LicensingSettings saved) {
        draft.rebase(saved);
        showSaved();
    }

    private void showSaved() {
        head();
        selfService.ifPresent(SelfServicePanel::refresh);
        catalog.ifPresent(CatalogPanel::refresh);
    }

    private void redraw() {
        boolean dirty = draft.dirty();
        save.setEnabled(dirty && draft.valid());
        discard.setEnabled(dirty);
    }

    private void head() {
        warning.removeAll();
        services.writesStopped().line().ifPresent(warning::add);
        LicensingSettings now = draft.base();
        context.subtitle(
                now.version() == 1
                        ? messages.text("settings.subtitle.first")
                        : messages.text("settings.subtitle", services.times().of(now.changedAt()), now.changedBy()));
    }

    private Component connectFirst() {
        Button step = new Button(
                messages.text("settings.connect.step"), click -> context.navigate("settings/integrations"));
        step.addThemeVariants(ButtonVariant.PRIMARY);
        return Pieces.emptyState(
                VaadinIcon.PLUG,
                messages.text("settings.connect.title"),
                messages.text("settings.connect.text", services.connection().obstacle().orElse("")),
                step);
    }

    private Place selected() {
        return tabs.entrySet().stream()
                .filter(entry -> entry.getValue() == bar.getSelectedTab())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Place.APPROVAL);
    }

    private static Div list(Component... parts) {
        return Pieces.row("portico-list", parts);
    }

    private static String name(Place place) {
        return place.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The tabs. */
    enum Place {
        APPROVAL,
        CATALOG,
        SELF_SERVICE
    }
}
