package dev.portico.pax8.mapping.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import info.debatty.java.stringsimilarity.JaroWinkler;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Measures Quick Match on names of public registers, which lie beside the repository and are no part of it. */
class RegisterScoreTest {

    private static final Path FOLDER = Path.of("../../../shared/quickmatch/dev");
    private static final double THRESHOLD = 0.40;

    @BeforeEach
    void needsTheRegisters() {
        assumeTrue(Files.isDirectory(FOLDER), "no register data in " + FOLDER + ": the measurement is skipped");
    }

    @Test
    void findsThePairsOfPublicRegisters() throws IOException {
        List<Proposal> proposals = QuickMatch.propose(companies("left.csv"), companies("right.csv"), THRESHOLD);
        Map<UUID, UUID> proposed = new HashMap<>();
        proposals.forEach(proposal -> proposed.put(proposal.leftId(), proposal.rightId()));
        assertThat(f1(proposed)).isGreaterThan(0.86);
        assertThat(proposed.values()).doesNotHaveDuplicates();
    }

    @Test
    void doesMuchBetterThanPlainStringSimilarity() throws IOException {
        List<MatchCandidate> rights = companies("right.csv");
        JaroWinkler likeness = new JaroWinkler();
        Map<UUID, UUID> proposed = new HashMap<>();
        for (MatchCandidate left : companies("left.csv").subList(0, 300)) {
            String name = left.name().toLowerCase(Locale.ROOT);
            rights.stream()
                    .max(Comparator.comparingDouble(
                            right -> likeness.similarity(name, right.name().toLowerCase(Locale.ROOT))))
                    .ifPresent(best -> proposed.put(left.id(), best.id()));
        }
        long right = truth().entrySet().stream()
                .filter(pair -> pair.getValue().equals(proposed.get(pair.getKey())))
                .count();
        assertThat(right / (double) proposed.size()).isLessThan(0.70);
    }

    @Test
    void isRightAsOftenAsTheScoreSays() throws IOException {
        Map<UUID, UUID> truth = truth();
        List<Proposal> sure = QuickMatch.propose(companies("left.csv"), companies("right.csv"), 0.90);
        long right = sure.stream()
                .filter(proposal -> proposal.rightId().equals(truth.get(proposal.leftId())))
                .count();
        assertThat(right / (double) sure.size()).isGreaterThan(0.95);
    }

    private static double f1(Map<UUID, UUID> proposed) throws IOException {
        Map<UUID, UUID> truth = truth();
        double hits = truth.entrySet().stream()
                .filter(pair -> pair.getValue().equals(proposed.get(pair.getKey())))
                .count();
        return 2 * hits / (proposed.size() + truth.size());
    }

    private static List<MatchCandidate> companies(String file) throws IOException {
        List<MatchCandidate> result = new ArrayList<>();
        for (CSVRecord row : rows(file)) {
            result.add(new MatchCandidate(
                    id(row.get("id")), row.get("name"), row.get("city"), row.get("country"), row.get("website")));
        }
        return result;
    }

    private static Map<UUID, UUID> truth() throws IOException {
        Map<UUID, UUID> result = new HashMap<>();
        for (CSVRecord row : rows("truth.csv")) {
            result.put(id(row.get("left_id")), id(row.get("right_id")));
        }
        return result;
    }

    private static List<CSVRecord> rows(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).getRecords();
        }
    }

    private static UUID id(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
