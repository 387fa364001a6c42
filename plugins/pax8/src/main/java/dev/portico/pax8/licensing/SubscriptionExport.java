package dev.portico.pax8.licensing;

import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.SubscriptionFilter.Sort;
import dev.portico.pax8.licensing.SubscriptionRow.Amounts;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes everything that matches a filter as a CSV file; amounts only for users who may see them. */
final class SubscriptionExport {

    private static final int MOST_ROWS = 100_000;

    private final Subscriptions subscriptions;
    private final Messages messages;
    private final Clock clock;

    SubscriptionExport(Subscriptions subscriptions, Messages messages, Clock clock) {
        this.subscriptions = subscriptions;
        this.messages = messages;
        this.clock = clock;
    }

    DownloadHandler download(Supplier<SubscriptionFilter> filter) {
        return DownloadHandler.fromInputStream(event -> {
            byte[] file = csv(filter.get()).getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(
                    new ByteArrayInputStream(file),
                    "subscriptions-" + LocalDate.now(clock) + ".csv",
                    "text/csv;charset=utf-8",
                    file.length);
        });
    }

    String csv(SubscriptionFilter filter) {
        boolean amounts = subscriptions.showsAmounts();
        List<String> head = new ArrayList<>(List.of(
                messages.text("licensing.product"),
                messages.text("licensing.vendor"),
                messages.text("licensing.company"),
                messages.text("licensing.seats"),
                messages.text("licensing.status"),
                messages.text("licensing.term"),
                messages.text("licensing.commitment"),
                messages.text("licensing.commitment-end")));
        if (amounts) {
            head.addAll(List.of(
                    messages.text("licensing.monthly-cost"),
                    messages.text("licensing.monthly-retail"),
                    messages.text("licensing.currency")));
        }
        StringBuilder text = new StringBuilder(line(head));
        subscriptions.page(filter, Sort.COMPANY, true, 0, MOST_ROWS).forEach(row -> text.append(line(cells(row))));
        return text.toString();
    }

    private List<String> cells(SubscriptionRow row) {
        List<String> cells = new ArrayList<>(List.of(
                row.product(),
                row.vendor(),
                row.company(),
                Long.toString(row.seats()),
                StatusBadge.text(row.status(), messages),
                row.billingTerm(),
                row.commitmentTerm(),
                row.commitmentEnd()
                        .map(end -> LocalDate.ofInstant(end, clock.getZone()).toString())
                        .orElse("")));
        row.amounts().ifPresent(amounts -> cells.addAll(amounts(amounts)));
        return cells;
    }

    private static List<String> amounts(Amounts amounts) {
        return List.of(
                amounts.monthlyCost().map(BigDecimal::toPlainString).orElse(""),
                amounts.monthlyRetail().map(BigDecimal::toPlainString).orElse(""),
                amounts.currency());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SubscriptionExport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String cell(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
