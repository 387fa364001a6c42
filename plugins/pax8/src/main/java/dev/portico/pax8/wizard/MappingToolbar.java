package dev.portico.pax8.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.mapping.MappingCounts;
import dev.portico.pax8.mapping.MappingQuery;
import dev.portico.pax8.mapping.MappingQuery.Filter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Filters, search and Quick Match above the mapping. */
final class MappingToolbar {

    private static final int DEFAULT_CONFIDENCE = 40;

    private final Messages messages;
    private final Tabs filters = new Tabs();
    private final Map<Filter, Tab> tabs = new EnumMap<>(Filter.class);
    private final TextField search = new TextField();
    private final IntegerField confidence = new IntegerField();
    private final Button quickMatch = new Button();
    private final Div content;

    MappingToolbar(Messages messages, ScreenContext context, Runnable filterChanged, IntConsumer match) {
        this.messages = messages;
        for (Filter filter : Filter.values()) {
            Tab tab = new Tab();
            tabs.put(filter, tab);
            filters.add(tab);
        }
        context.parameter("show")
                .flatMap(MappingToolbar::filter)
                .ifPresent(filter -> filters.setSelectedTab(tabs.get(filter)));
        filters.getElement().setAttribute("aria-label", messages.text("companies.filter"));
        filters.addSelectedChangeListener(change -> {
            context.rememberParameter("show", Optional.of(name(selected())));
            filterChanged.run();
        });
        configureSearch(filterChanged);
        configureConfidence();
        quickMatch.setText(messages.text("companies.quick-match"));
        quickMatch.setIcon(VaadinIcon.MAGIC.create());
        quickMatch.addThemeVariants(ButtonVariant.PRIMARY);
        quickMatch.addClickListener(click -> {
            if (!confidence.isInvalid()) {
                match.accept(confidence.getOptionalValue().orElse(DEFAULT_CONFIDENCE));
            }
        });
        content = Pieces.row(
                "portico-mapping-toolbar",
                filters,
                Pieces.row("portico-mapping-tools", search, confidence, quickMatch));
    }

    Component content() {
        return content;
    }

    MappingQuery query() {
        return new MappingQuery(selected(), search.getValue(), MappingQuery.Sort.NAME, true);
    }

    void clear() {
        search.clear();
        filters.setSelectedTab(tabs.get(Filter.ALL));
    }

    void show(MappingCounts counts, boolean anything) {
        tabs.get(Filter.ALL).setLabel(messages.text("companies.filter.all", counts.all()));
        tabs.get(Filter.MAPPED).setLabel(messages.text("companies.filter.mapped", counts.mapped()));
        tabs.get(Filter.UNMAPPED).setLabel(messages.text("companies.filter.unmapped", counts.unmapped()));
        quickMatch.setEnabled(anything);
    }

    private void configureSearch(Runnable changed) {
        search.setPlaceholder(messages.text("companies.search"));
        search.setAriaLabel(messages.text("companies.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("portico-search");
        search.addValueChangeListener(change -> changed.run());
    }

    private void configureConfidence() {
        confidence.setLabel(messages.text("companies.confidence"));
        confidence.setMin(0);
        confidence.setMax(100);
        confidence.setStep(5);
        confidence.setStepButtonsVisible(true);
        confidence.setValue(DEFAULT_CONFIDENCE);
        confidence.addClassName("portico-confidence");
    }

    private Filter selected() {
        return tabs.entrySet().stream()
                .filter(entry -> entry.getValue() == filters.getSelectedTab())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Filter.ALL);
    }

    private static Optional<Filter> filter(String name) {
        for (Filter filter : Filter.values()) {
            if (name(filter).equals(name)) {
                return Optional.of(filter);
            }
        }
        return Optional.empty();
    }

    private static String name(Filter filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }
}
