package dev.portico.pax8.licensing;

import com.vaadin.flow.server.streams.DownloadHandler;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.SubscriptionRow.Amounts;
import dev.portico.pax8.texts.Days;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
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

    private final Subscriptions subscriptions;
    private final Messages messages;
    private final Clock clock;

    SubscriptionExport(Subscriptions subscriptions, Messages messages, Clock clock) {
        this.subscriptions = subscriptions;
        this.messages = messages;
        this.clock = clock;
    }

    DownloadHandler download(Supplier<SubscriptionFilter> filter) {
        return event -> {
            event.setFileName("subscriptions-" + LocalDate.now(clock) + ".csv");
            event.setContentType("text/csv;charset=utf-8");
            try (Writer file = new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
                write(filter.get(), file);
            }
        };
    }

    /** Writes row by row, however many there are. */
    void write(SubscriptionFilter filter, Appendable file) throws IOException {
        file.append(line(head()));
        try {
            subscriptions.each(filter, row -> append(file, line(cells(row))));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static void append(Appendable file, String line) {
        try {
            file.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(List.of(
                messages.text("licensing.product"),
                messages.text("licensing.vendor"),
                messages.text("licensing.company"),
                messages.text("licensing.seats"),
                messages.text("licensing.status"),
                messages.text("licensing.term"),
                messages.text("licensing.commitment"),
                messages.text("licensing.commitment-end")));
        if (subscriptions.showsAmounts()) {
            head.addAll(List.of(
                    messages.text("licensing.monthly-cost"),
                    messages.text("licensing.monthly-retail"),
                    messages.text("licensing.currency")));
        }
        return head;
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
                row.commitmentEnd().map(end -> Days.day(end).toString()).orElse("")));
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
