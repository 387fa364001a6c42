package dev.portico.host.companies;

import dev.portico.host.companies.CsvReading.Line;
import dev.portico.host.companies.CsvReading.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads companies from CSV: UTF-8, comma or semicolon, columns by their names in the first line. */
final class CsvReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<String, Long> firstLineOfName = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private CsvReader() {}

    static CsvReading read(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException wrong) {
            return new CsvReading.Unreadable(Problem.of("csv.not-utf8"));
        }
        return new CsvReader().parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private CsvReading parse(String text) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiterOf(text))
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return readAll(parser);
        } catch (IOException | UncheckedIOException broken) {
            long next = lines.isEmpty() ? 2 : lines.getLast().number() + 1;
            return new CsvReading.Unreadable(Problem.of("csv.broken", next));
        }
    }

    private CsvReading readAll(CSVParser parser) {
        var records = parser.iterator();
        if (!records.hasNext()) {
            return new CsvReading.Unreadable(Problem.of("csv.empty"));
        }
        Map<String, Integer> columns = columnsOf(records.next());
        if (!columns.containsKey("name")) {
            return new CsvReading.Unreadable(Problem.of("csv.no-name-column"));
        }
        long start = parser.getCurrentLineNumber() + 1;
        while (records.hasNext()) {
            CSVRecord record = records.next();
            if (!isBlank(record)) {
                add(start, record, columns);
            }
            // why: a quoted value may hold line breaks, so records and lines differ
            start = parser.getCurrentLineNumber() + 1;
        }
        return new CsvReading.Read(lines);
    }

    private void add(long number, CSVRecord record, Map<String, Integer> columns) {
        CompanyInput input = new CompanyInput(
                value(record, columns, "name"),
                value(record, columns, "city"),
                value(record, columns, "country"),
                value(record, columns, "website"));
        List<Problem> problems = new ArrayList<>();
        input.problems().forEach((field, key) -> problems.add(Problem.of(key, CompanyInput.LONGEST)));
        Long first = input.name().isEmpty() ? null : firstLineOfName.putIfAbsent(input.key(), number);
        if (first != null) {
            problems.add(Problem.of("csv.repeated", first));
        }
        lines.add(new Line(number, input, problems));
    }

    private static Map<String, Integer> columnsOf(CSVRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            columns.putIfAbsent(header.get(column).strip().toLowerCase(Locale.ROOT), column);
        }
        return columns;
    }

    private static String value(CSVRecord record, Map<String, Integer> columns, String name) {
        Integer column = columns.get(name);
        return column != null && column < record.size() ? record.get(column) : "";
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }

    private static char delimiterOf(String text) {
        String header = text.lines().findFirst().orElse("");
        long semicolons = header.chars().filter(each -> each == ';').count();
        long commas = header.chars().filter(each -> each == ',').count();
        return semicolons > commas ? ';' : ',';
    }
}
