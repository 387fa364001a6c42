package dev.portico.host.companies;

import java.util.List;

/** What was found in a CSV file. */
sealed interface CsvReading {

    /** The file as a whole cannot be used. */
    record Unreadable(Problem problem) implements CsvReading {}

    /** The file was read; single lines may still be wrong. */
    record Read(List<Line> lines) implements CsvReading {
        public Read {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of the file.
     *
     * @param number in the file, from 1, as editors count
     * @param problems none if it can be imported
     */
    record Line(long number, CompanyInput input, List<Problem> problems) {
        public Line {
            problems = List.copyOf(problems);
        }
    }

    /** What is wrong, as a text key with its arguments. */
    record Problem(String key, List<Object> arguments) {
        public Problem {
            arguments = List.copyOf(arguments);
        }

        static Problem of(String key, Object... arguments) {
            return new Problem(key, List.of(arguments));
        }
    }
}
