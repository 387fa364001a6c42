package dev.portico.host.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The portal's texts and its code name the same keys, package by package: a package uses the bundles it names. */
class TextKeysTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern BUNDLE = Pattern.compile("\\bTexts\\.of\\(\"([a-z-]+)\"\\)");

    @ParameterizedTest
    @MethodSource("packages")
    void hasEveryTextThatTheCodeNames(Path folder) throws IOException {
        List<Path> sources = sources(folder);
        Set<String> offered = new TreeSet<>();
        for (String bundle : bundles(sources)) {
            offered.addAll(TextKeys.ofBundle(BUNDLES.resolve(bundle + ".properties")));
        }
        assertThat(offered).containsAll(TextKeys.in(sources).asked());
    }

    @ParameterizedTest
    @MethodSource("features")
    void hasNoTextThatTheCodeDoesNotName(String feature) throws IOException {
        List<Path> users = new ArrayList<>();
        for (Path folder : packages()) {
            List<Path> sources = sources(folder);
            if (bundles(sources).contains(feature)) {
                users.addAll(sources);
            }
        }
        Set<String> keys = TextKeys.ofBundle(BUNDLES.resolve(feature + ".properties"));
        assertThat(keys).isNotEmpty();
        assertThat(TextKeys.in(users).notNamed(keys)).isEmpty();
    }

    static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.endsWith("package-info.java")).map(Path::getParent).sorted().toList();
        }
    }

    static List<String> features() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString().replace(".properties", "")).sorted().toList();
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Set<String> bundles(List<Path> sources) throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path source : sources) {
            code.append(Files.readString(source));
        }
        return BUNDLE.matcher(code).results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
