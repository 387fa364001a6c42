package dev.portico.host.companies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.portico.host.companies.CompanyFilter.SortColumn;
import dev.portico.host.companies.CompanyFilter.Sorting;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Companies, sorted, filtered and paged by the database. */
class CompanyGrid extends Grid<Company> {

    private static final Texts TEXTS = Texts.of("companies");

    private final transient CompanyService service;
    private final transient IntConsumer onCount;
    private final Grid.Column<Company> city;
    private final Grid.Column<Company> country;
    private String text = "";
    private boolean narrow;

    CompanyGrid(CompanyService service, IntConsumer onCount) {
        this.service = service;
        this.onCount = onCount;
        addColumn(new ComponentRenderer<>(this::nameCell))
                .setHeader(TEXTS.text("name"))
                .setKey(SortColumn.NAME.name())
                .setSortProperty(SortColumn.NAME.name())
                .setFlexGrow(3);
        city = addColumn(Company::city)
                .setHeader(TEXTS.text("city"))
                .setKey(SortColumn.CITY.name())
                .setSortProperty(SortColumn.CITY.name());
        country = addColumn(company -> countryName(company.country()))
                .setHeader(TEXTS.text("country"))
                .setKey(SortColumn.COUNTRY.name())
                .setSortProperty(SortColumn.COUNTRY.name());
        addClassName("rows-open");
        setEmptyStateText(TEXTS.text("no-match"));
        setDataProvider(new Source());
    }

    void search(String wanted) {
        text = wanted.strip();
        getDataProvider().refreshAll();
    }

    /** On a narrow page the second line of a row carries what otherwise stands in columns. */
    void setNarrow(boolean narrow) {
        if (this.narrow != narrow) {
            this.narrow = narrow;
            city.setVisible(!narrow);
            country.setVisible(!narrow);
            getDataProvider().refreshAll();
        }
    }

    private Component nameCell(Company company) {
        Span second = new Span(narrow ? place(company) : company.website());
        second.addClassName("muted");
        Div cell = new Div(new Span(company.name()), second);
        cell.addClassName("two-lines");
        return cell;
    }

    private static String place(Company company) {
        return String.join(
                " · ",
                Stream.of(company.city(), countryName(company.country()))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    static String countryName(String code) {
        return code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(UI.getCurrent().getLocale());
    }

    /** Reads what the grid shows. */
    private final class Source extends AbstractBackEndDataProvider<Company, Void> {

        @Override
        protected Stream<Company> fetchFromBackEnd(Query<Company, Void> query) {
            List<Sorting> sorting = query.getSortOrders().stream()
                    .map(order -> new Sorting(
                            SortColumn.valueOf(order.getSorted()), order.getDirection() == SortDirection.DESCENDING))
                    .toList();
            return service.page(new CompanyFilter(text, sorting), query.getOffset(), query.getLimit()).stream();
        }

        @Override
        protected int sizeInBackEnd(Query<Company, Void> query) {
            int size = service.count(text);
            onCount.accept(size);
            return size;
        }

        @Override
        public Object getId(Company company) {
            return company.id();
        }
    }
}
