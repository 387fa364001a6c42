package dev.portico.host.plugins.packages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which class extends which, of the classes of a package and then of the portal's and Java's own ones, by internal
 * name. Nothing is loaded for it: class files are read.
 */
final class ClassHierarchy {

    private final ClassLoader host = ClassHierarchy.class.getClassLoader();
    private final Map<String, Set<String>> packed = new HashMap<>();
    private final Map<String, Set<String>> ofHost = new HashMap<>();

    /** Adds a class of the package; one that lies there for several Java versions is added several times. */
    void add(ClassModel type) {
        Set<String> parents = packed.computeIfAbsent(type.thisClass().asInternalName(), it -> new TreeSet<>());
        type.superclass().ifPresent(it -> parents.add(it.asInternalName()));
    }

    boolean isPacked(String type) {
        return packed.containsKey(type);
    }

    /** Whether a class is another one or extends it. */
    boolean isA(String type, String ancestor) {
        return lineOf(type).contains(ancestor);
    }

    private Set<String> lineOf(String type) {
        Set<String> line = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            // why: broken class files may extend each other in a circle
            if (line.add(next)) {
                open.addAll(packed.containsKey(next) ? packed.get(next) : ofHost.computeIfAbsent(next, this::read));
            }
        }
        return line;
    }

    private Set<String> read(String type) {
        try (InputStream in = host.getResourceAsStream(type + PackageFile.CLASS)) {
            return in == null
                    ? Set.of()
                    : ClassFile.of().parse(in.readAllBytes()).superclass()
                            .map(it -> Set.of(it.asInternalName()))
                            .orElse(Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
