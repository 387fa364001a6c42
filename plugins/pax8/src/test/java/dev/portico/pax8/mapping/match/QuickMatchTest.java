package dev.portico.pax8.mapping.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickMatchTest {

    private static final double DEFAULT_THRESHOLD = 0.40;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Acme Dental Grp LLC            | ACME Dental Group
            Northwind Traders              | Northwind Traders, Inc.
            St. Mary's Parish School       | Saint Marys School
            Blue Heron Vet Clinic          | Blue Heron Veterinary
            A.B.C. Plumbing                | ABC Plumbing Ltd
            J & K Brewster Roofing         | JK Brewster Roofing
            Fjällräven Möbler AB           | Fjallraven Mobler
            Cascadia Holdings dba Tasty Pho | Tasty Pho
            Kestrel Mgmt Svcs              | Kestrel Management Services
            Harborview Orthodontcs         | Harborview Orthodontics
            BluePeak Networks              | Blue Peak Networks
            The Quillfeather Company       | Quillfeather Corp
            Zephyrine Labs (Test)          | Zephyrine Labs
            """)
    void findsTheSameFirmSpelledAsPeopleSpellIt(String left, String right) {
        List<Proposal> proposals = QuickMatch.propose(
                List.of(company("1", left)),
                List.of(company("a", "Granite Peak Insurance"), company("b", right), company("c", "City of Ballard")),
                DEFAULT_THRESHOLD);
        assertThat(proposals).singleElement().satisfies(proposal -> {
            assertThat(proposal.rightId()).isEqualTo(id("b"));
            assertThat(proposal.ambiguous()).isFalse();
            assertThat(proposal.reasons()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Harbor Law PLLC       | Summit Law PLLC
            Pacific Dental Group  | Atlantic Dental Group
            Contoso Services Inc  | Fabrikam Services Inc
            City of Ballard       | City of Tacoma
            """)
    void doesNotTakeCommonWordsForEvidence(String left, String right) {
        assertThat(QuickMatch.propose(List.of(company("1", left)), List.of(company("a", right)), DEFAULT_THRESHOLD))
                .isEmpty();
    }

    @Test
    void putsTheWebsiteBeforeTheName() {
        List<Proposal> proposals = QuickMatch.propose(
                List.of(new MatchCandidate(id("1"), "Acme Dental Grp", "", "", "https://www.acmedental.com/contact")),
                List.of(
                        new MatchCandidate(id("a"), "Acme Dental", "", "", ""),
                        new MatchCandidate(id("b"), "Brightsmile Clinics", "", "", "acmedental.com")),
                DEFAULT_THRESHOLD);
        assertThat(proposals).singleElement().satisfies(proposal -> {
            assertThat(proposal.rightId()).isEqualTo(id("b"));
            assertThat(proposal.score()).isGreaterThanOrEqualTo(0.95);
            assertThat(proposal.reasons()).first().isEqualTo(new Reason.SameDomain("acmedental.com"));
        });
    }

    @Test
    void doesNotTrustAnAddressThatManyFirmsShare() {
        assertThat(WebDomain.of("https://facebook.com/acme")).isEmpty();
        assertThat(WebDomain.of("http://shop.acme.co.uk:8443/x")).isEqualTo("acme.co.uk");
        assertThat(WebDomain.of("not a website")).isEmpty();
    }

    @Test
    void saysWhenTwoCandidatesAreClose() {
        List<Proposal> proposals = QuickMatch.propose(
                List.of(company("1", "Quillfeather Plumbing")),
                List.of(company("a", "Quillfeather Plumbing North"), company("b", "Quillfeather Plumbing South")),
                0.2);
        assertThat(proposals).singleElement().satisfies(proposal -> {
            assertThat(proposal.ambiguous()).isTrue();
            assertThat(proposal.rival()).isPresent();
        });
    }

    @Test
    void letsTheCityDecideBetweenNamesakes() {
        List<Proposal> proposals = QuickMatch.propose(
                List.of(new MatchCandidate(id("1"), "Quillfeather Plumbing", "Tacoma", "US", "")),
                List.of(
                        new MatchCandidate(id("a"), "Quillfeather Plumbing", "Spokane", "US", ""),
                        new MatchCandidate(id("b"), "Quillfeather Plumbing", "Tacoma", "US", "")),
                DEFAULT_THRESHOLD);
        assertThat(proposals).singleElement().satisfies(proposal -> {
            assertThat(proposal.rightId()).isEqualTo(id("b"));
            assertThat(proposal.ambiguous()).isFalse();
        });
    }

    @Property(tries = 200)
    void neverProposesACompanyTwiceAndNeverLeavesTheRange(@ForAll("names") List<String> left, @ForAll("names") List<String> right) {
        List<Proposal> proposals = QuickMatch.propose(companies("l", left), companies("r", right), 0);
        assertThat(proposals).extracting(Proposal::leftId).doesNotHaveDuplicates();
        assertThat(proposals).extracting(Proposal::rightId).doesNotHaveDuplicates();
        assertThat(proposals).allSatisfy(proposal -> assertThat(proposal.score()).isBetween(0.0, 1.0));
        assertThat(QuickMatch.propose(companies("l", left), companies("r", right), 0)).isEqualTo(proposals);
    }

    @Provide
    Arbitrary<List<String>> names() {
        Arbitrary<String> words = Arbitraries.of(
                "acme", "dental", "LLC", "(Test)", "&", "dba", "St.", "Möbel", "x", "", "-", "O'Neill", "b.v.", "23rd", "漢字");
        return Arbitraries.oneOf(
                        words.list().ofMinSize(0).ofMaxSize(5).map(list -> String.join(" ", list)),
                        Arbitraries.strings().ofMaxLength(30))
                .list()
                .ofMaxSize(8);
    }

    private static List<MatchCandidate> companies(String side, List<String> names) {
        return java.util.stream.IntStream.range(0, names.size())
                .mapToObj(i -> company(side + i, names.get(i)))
                .toList();
    }

    private static MatchCandidate company(String key, String name) {
        return new MatchCandidate(id(key), name, "", "", "");
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
