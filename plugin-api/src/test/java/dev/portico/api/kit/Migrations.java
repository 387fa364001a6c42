package dev.portico.api.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations of a plugin, read as text. */
final class Migrations {

    static final String FOLDER = "META-INF/portico/migrations";

    private static final Pattern NAME = Pattern.compile("V([1-9]\\d*)__\\w+\\.sql");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern BODY = Pattern.compile("\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);
    private static final Pattern FOREIGN =
            Pattern.compile("\\b(portal|jobs|public|pg_catalog)\\s*\\.\\s*\"?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITES_DIRECTORY = Pattern.compile(
            "\\b(insert\\s+into|update|delete\\s+from|references|truncate(\\s+table)?|drop\\s+view|alter\\s+view)"
                    + "\\s+portal\\s*\\.\\s*company_directory",
            Pattern.CASE_INSENSITIVE);

    /** What a migration must not say, and what to do about it. */
    private record Forbidden(Pattern sql, String remedy) {
        Forbidden(String sql, String remedy) {
            this(Pattern.compile(sql, Pattern.CASE_INSENSITIVE), remedy);
        }
    }

    private static final List<Forbidden> FORBIDDEN = List.of(
            new Forbidden("\\b(create|drop|alter)\\s+schema\\b",
                    "the portal makes the plugin's schema and sets it as the default; name tables without a schema"),
            new Forbidden("\\bset\\s+(local\\s+|session\\s+)?(search_path|schema|role)\\b",
                    "the portal sets the plugin's schema as the default; leave it so"),
            new Forbidden("\\bconcurrently\\b",
                    "all pending migrations and the start are one transaction; leave out CONCURRENTLY"),
            new Forbidden("(^|;)\\s*(begin|commit|rollback|vacuum|start\\s+transaction)\\b",
                    "all pending migrations and the start are one transaction, which the portal ends"));

    private final SortedMap<String, String> files = new TreeMap<>();

    private Migrations() {}

    static Migrations of(ClassLoader loader) {
        Migrations migrations = new Migrations();
        URL folder = loader.getResource(FOLDER);
        if (folder != null) {
            try {
                String all = folder.toString().replaceAll("/$", "") + "/*";
                for (Resource file : new PathMatchingResourcePatternResolver(loader).getResources(all)) {
                    migrations.files.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return migrations;
    }

    /** What is wrong with the names, one sentence each. */
    List<String> namingFaults() {
        List<String> faults = new ArrayList<>();
        List<Integer> versions = new ArrayList<>();
        for (String file : files.keySet()) {
            Matcher name = NAME.matcher(file);
            if (name.matches()) {
                versions.add(Integer.valueOf(name.group(1)));
            } else {
                faults.add("%s: name it V<number>__<what_it_does>.sql, such as V1__tables.sql".formatted(file));
            }
        }
        versions.sort(Comparator.naturalOrder());
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i) != i + 1) {
                faults.add("the numbers of the migrations are %s: count from 1, each number once, without a gap"
                        .formatted(versions));
                break;
            }
        }
        return faults;
    }

    /** What is wrong with the SQL, one sentence each. */
    List<String> sqlFaults() {
        List<String> faults = new ArrayList<>();
        files.forEach((file, text) -> {
            String sql = TEXT.matcher(COMMENT.matcher(text).replaceAll(" ")).replaceAll("''");
            for (Forbidden forbidden : FORBIDDEN) {
                Matcher found = forbidden.sql.matcher(BODY.matcher(sql).replaceAll("''"));
                if (found.find()) {
                    faults.add("%s says \"%s\": %s".formatted(file, found.group().strip(), forbidden.remedy));
                }
            }
            FOREIGN.matcher(sql).results()
                    .map(found -> found.group(1).toLowerCase() + "." + found.group(2).toLowerCase())
                    .filter(name -> !name.equals("portal.company_directory"))
                    .distinct()
                    .forEach(name -> faults.add(
                            "%s names %s: of the portal's database a plugin may read only the view portal.company_directory"
                                    .formatted(file, name)));
            if (WRITES_DIRECTORY.matcher(sql).find()) {
                faults.add("%s writes or refers to portal.company_directory: it can only be read; create companies by dev.portico.api.host.Companies"
                        .formatted(file));
            }
        });
        return faults;
    }
}
