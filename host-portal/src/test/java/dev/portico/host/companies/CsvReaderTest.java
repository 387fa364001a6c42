package dev.portico.host.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.host.companies.CsvReading.Line;
import dev.portico.host.companies.CsvReading.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    @Nested
    class Files {

        @Test
        void haveTheirColumnsByNameInAnyOrderAndCase() {
            assertThat(lines("Website, CITY ,Phone,Name\nacme.example,Seattle,1,Acme\n"))
                    .extracting(Line::input)
                    .containsExactly(new CompanyInput("Acme", "Seattle", "", "acme.example"));
        }

        @Test
        void mayUseSemicolonsAndAByteOrderMark() {
            assertThat(lines("\uFEFFname;city\r\nÄrztehaus Süd, links;Köln\r\n"))
                    .extracting(Line::input)
                    .containsExactly(new CompanyInput("Ärztehaus Süd, links", "Köln", "", ""));
        }

        @Test
        void mayQuoteDelimitersQuotesAndLineBreaks() {
            assertThat(lines("name,city\n\"Bread, \"\"Butter\"\"\",\"Port\nland\"\nAcme,Seattle\n"))
                    .extracting(Line::number, line -> line.input().name())
                    .containsExactly(
                            tuple(2L, "Bread, \"Butter\""),
                            tuple(4L, "Acme"));
        }

        @Test
        void mayHaveShortAndEmptyLines() {
            assertThat(lines("name,city\nAcme\n\n,\nOther,Seattle"))
                    .extracting(Line::number, line -> line.input().name())
                    .containsExactly(
                            tuple(2L, "Acme"),
                            tuple(5L, "Other"));
        }

        @Test
        void ofTenThousandLinesAreRead() {
            StringBuilder file = new StringBuilder("name,city\n");
            for (int line = 0; line < 10_000; line++) {
                file.append("Company ").append(line).append(",Seattle\n");
            }

            assertThat(lines(file.toString())).hasSize(10_000).allSatisfy(line -> assertThat(line.problems())
                    .isEmpty());
        }
    }

    @Nested
    class UnreadableFiles {

        @ParameterizedTest
        @ValueSource(strings = {"", "\uFEFF"})
        void areEmpty(String file) {
            assertThat(problemOf(file.getBytes(StandardCharsets.UTF_8))).isEqualTo("csv.empty");
        }

        @Test
        void lackTheNameColumn() {
            assertThat(problemOf("company;city\nAcme;Seattle\n".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo("csv.no-name-column");
        }

        @Test
        void areNotUtf8() {
            assertThat(problemOf("name\nMüller\n".getBytes(Charset.forName("windows-1252"))))
                    .isEqualTo("csv.not-utf8");
        }

        @Test
        void leaveAQuoteOpen() {
            assertThat(problemOf("name\nAcme\n\"Open\nNext\n".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo("csv.broken");
        }
    }

    @Nested
    class Lines {

        @Test
        void withoutANameAreWrong() {
            assertThat(problems("name,city\n ,Seattle\n")).containsExactly("name.missing");
        }

        @Test
        void withAnUnknownCountryOrWebsiteAreWrong() {
            assertThat(problems("name,country,website\nAcme,USA,not a website\n"))
                    .containsExactlyInAnyOrder("country.unknown", "website.wrong");
        }

        @Test
        void withATooLongValueAreWrong() {
            assertThat(problems("name\n" + "x".repeat(201) + "\n")).containsExactly("too-long");
        }

        @Test
        void thatRepeatANameSayWhereItStoodFirst() {
            Line second = lines("name\nAcme\nOther\n ACME \n").get(2);

            assertThat(second.problems()).containsExactly(Problem.of("csv.repeated", 2L));
        }

        @ParameterizedTest
        @ValueSource(strings = {"acme.example", "https://www.acme.example/about?x=1", "http://müller.example:8080"})
        void mayHaveAWebsiteAsPeopleWriteIt(String website) {
            assertThat(problems("name,website\nAcme," + website + "\n")).isEmpty();
        }

        private static List<String> problems(String file) {
            return lines(file).getFirst().problems().stream().map(Problem::key).toList();
        }
    }

    private static List<Line> lines(String file) {
        return ((CsvReading.Read) CsvReader.read(file.getBytes(StandardCharsets.UTF_8))).lines();
    }

    private static String problemOf(byte[] file) {
        return ((CsvReading.Unreadable) CsvReader.read(file)).problem().key();
    }
}
