package dev.portico.host.plugins.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Checks that allow the plugin "things" to be unsigned, and what they say. */
final class Refusals {

    static final PackageCheck CHECK = new PackageCheck(PackagePolicy.of(Map.of(), Set.of("things")));

    private Refusals() {}

    static List<Finding> findingsOf(byte[] jar) {
        return findingsOf(() -> CHECK.check(jar));
    }

    static List<Finding> findingsOf(ThrowingCallable work) {
        PackageRefused refused = catchThrowableOfType(PackageRefused.class, work);
        assertThat(refused).as("the package is refused").isNotNull();
        refused.findings().forEach(finding -> assertThat(refused).hasMessageContaining(finding.remedy()));
        return refused.findings();
    }

    /** The rules that the package breaks. */
    static ListAssert<Rule> assertThatRulesOf(byte[] jar) {
        return assertThat(findingsOf(jar).stream().map(Finding::rule).toList());
    }
}
