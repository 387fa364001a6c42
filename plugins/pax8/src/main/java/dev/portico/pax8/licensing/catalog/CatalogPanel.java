package dev.portico.pax8.licensing.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.ScreenContext;
import dev.portico.pax8.look.Pieces;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** All products, to be shown to clients, hidden, featured and put into categories, one by one or many at once. */
public final class CatalogPanel implements CatalogGrid.Actions {

    private final CatalogService catalog;
    private final Messages messages;
    private final ScreenContext context;
    private final CatalogToolbar toolbar;
    private final CatalogGrid grid;
    private final BulkBar bulk;
    private final Div empty = new Div();
    private final Div content = new Div();
    private CatalogFilter filter;

    public CatalogPanel(CatalogService catalog, Messages messages, ScreenContext context) {
        this.catalog = catalog;
        this.messages = messages;
        this.context = context;
        toolbar = new CatalogToolbar(catalog, messages, context, this::filterChanged);
        filter = toolbar.filter();
        grid = new CatalogGrid(messages, this);
        bulk = new BulkBar(messages, this::applyToMany);
        grid.content().setDataProvider(new CallbackDataProvider<>(
                query -> catalog
                        .page(
                                filter,
                                CatalogGrid.sort(query.getSortOrders()),
                                CatalogGrid.ascending(query.getSortOrders()),
                                query.getOffset(),
                                query.getLimit())
                        .stream(),
                query -> (int) catalog.count(filter),
                CatalogProduct::id));
        grid.content().addSelectionListener(change -> bulk.selected(change.getAllSelectedItems().size()));
        content.add(toolbar.content(), bulk.content(), grid.content(), empty);
        content.addClassName("portico-list");
        refresh();
    }

    /** What it looks like. */
    public Component content() {
        return content;
    }

    /** Reads everything again. */
    public void refresh() {
        long matching = catalog.count(filter);
        toolbar.show(matching);
        bulk.matching(matching);
        grid.content().getDataProvider().refreshAll();
        grid.content().setVisible(matching > 0);
        bulk.content().setVisible(matching > 0);
        empty.removeAll();
        if (matching == 0) {
            String reason = filter.isEmpty() ? "nothing" : "no-match";
            empty.add(Pieces.emptyState(
                    VaadinIcon.PACKAGE,
                    messages.text("catalog." + reason + ".title"),
                    messages.text("catalog." + reason + ".text")));
        }
    }

    @Override
    public CatalogProduct apply(CatalogAction action, CatalogProduct product) {
        CatalogChange change = catalog.apply(action, new CatalogScope.Selected(Set.of(product.id())));
        if (action == CatalogAction.FEATURE && change.hidden() > 0) {
            context.notifyProblem(messages.text("catalog.hidden-meanwhile", product.name()));
            refresh();
            return product;
        }
        boolean visible = action == CatalogAction.HIDE ? false : action == CatalogAction.SHOW || product.visible();
        boolean featured =
                switch (action) {
                    case FEATURE -> true;
                    case UNFEATURE, HIDE -> false;
                    case SHOW -> product.featured();
                };
        return new CatalogProduct(
                product.id(), product.name(), product.vendor(), product.category(), product.price(), visible, featured);
    }

    @Override
    public void editCategory(CatalogProduct product) {
        new CategoryDialog(messages, catalog.categories(), product, category -> {
            catalog.categorize(product.id(), category);
            toolbar.choicesChanged();
            refresh();
        }).open();
    }

    private void applyToMany(CatalogAction action, boolean everythingThatMatches) {
        Set<UUID> selected = grid.selected();
        CatalogChange change = catalog.apply(
                action,
                everythingThatMatches ? new CatalogScope.Matching(filter) : new CatalogScope.Selected(selected));
        refresh();
        String done = messages.text("catalog.done." + action.name().toLowerCase(Locale.ROOT), change.changed());
        boolean leftOut = action == CatalogAction.FEATURE && change.hidden() > 0;
        String text = leftOut ? done + " " + messages.text("catalog.done.left-out", change.hidden()) : done;
        if (change.changed() == 0) {
            context.notify(text);
        } else {
            context.notifyWithUndo(text, () -> undo(change));
        }
    }

    private void undo(CatalogChange change) {
        int restored = catalog.undo(change);
        int changedSince = change.changed() - restored;
        context.notify(
                changedSince == 0
                        ? messages.text("catalog.undone", restored)
                        : messages.text("catalog.undone.partly", restored, changedSince));
        refresh();
    }

    private void filterChanged() {
        filter = toolbar.filter();
        refresh();
    }
}
