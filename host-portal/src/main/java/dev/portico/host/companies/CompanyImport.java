package dev.portico.host.companies;

import dev.portico.host.audit.AuditService;
import dev.portico.host.companies.CsvReading.Line;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports companies in two steps: a preview, then what of it is new. */
@Service
class CompanyImport {

    private final CompanyService service;
    private final CompanyQueries queries;
    private final CompanyBatches batches;
    private final AuditService audit;

    CompanyImport(CompanyService service, CompanyQueries queries, CompanyBatches batches, AuditService audit) {
        this.service = service;
        this.queries = queries;
        this.batches = batches;
        this.audit = audit;
    }

    /** Sorts the lines of a file; writes nothing. */
    Preview preview(CsvReading.Read file) {
        service.requireCreate();
        Set<String> existing = queries.existing(
                file.lines().stream().map(line -> line.input().key()).distinct().toList());
        return new Preview(file.lines().stream()
                .map(line -> new Row(line, verdictOf(line, existing)))
                .toList());
    }

    /** Imports the new companies of a preview; one that came into being since then is left as it is. */
    @Transactional
    Report run(String fileName, Preview preview) {
        service.requireCreate();
        List<CompanyInput> wanted = preview.rows(Verdict.NEW).stream()
                .map(row -> row.line().input())
                .toList();
        int added = batches.insert(wanted).size();
        int existing = preview.count(Verdict.EXISTS) + wanted.size() - added;
        Report report = new Report(added, existing, preview.count(Verdict.WRONG));
        audit.record(
                "portal",
                "companies.imported",
                fileName,
                "%d added, %d already there, %d wrong lines".formatted(report.added, report.existing, report.wrong));
        return report;
    }

    private static Verdict verdictOf(Line line, Set<String> existing) {
        if (!line.problems().isEmpty()) {
            return Verdict.WRONG;
        }
        return existing.contains(line.input().key()) ? Verdict.EXISTS : Verdict.NEW;
    }

    /** What an import would do with a line. */
    enum Verdict {
        NEW,
        EXISTS,
        WRONG
    }

    /** A line and what would become of it. */
    record Row(Line line, Verdict verdict) {}

    /** All lines of a file. */
    record Preview(List<Row> rows) {

        List<Row> rows(Verdict verdict) {
            return rows.stream().filter(row -> row.verdict() == verdict).toList();
        }

        int count(Verdict verdict) {
            return rows(verdict).size();
        }
    }

    /** What an import did. */
    record Report(int added, int existing, int wrong) {}
}
