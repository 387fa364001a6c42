package dev.portico.demo.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netbeans.lib.profiler.heap.ArrayItemValue;
import org.netbeans.lib.profiler.heap.FieldValue;
import org.netbeans.lib.profiler.heap.GCRoot;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.Value;

/** The objects of a JVM at one moment. */
public final class HeapDump {

    private static final int LONGEST = 200;

    private final Heap heap;

    private HeapDump(Heap heap) {
        this.heap = heap;
    }

    /** Reads a file in the JVM's own format; the file must stay where it is. */
    public static HeapDump read(Path file) {
        try {
            return new HeapDump(HeapFactory.createHeap(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What keeps each instance of a class alive: the shortest chain of strong references to it, one line each, from the
     * root of the garbage collector down to the instance.
     */
    public List<String> pathsTo(String className) {
        JavaClass type = heap.getJavaClassByName(className);
        List<String> paths = new ArrayList<>();
        if (type != null) {
            for (Object instance : type.getInstances()) {
                paths.add(path((Instance) instance));
            }
        }
        return paths;
    }

    private String path(Instance instance) {
        List<String> lines = new ArrayList<>();
        lines.add(name(instance));
        Instance held = instance;
        while (!held.isGCRoot() && lines.size() < LONGEST) {
            Instance holder = held.getNearestGCRootPointer();
            if (holder == null || holder.equals(held)) {
                lines.addFirst("(no path to a root: reached by weak references only)");
                return String.join("\n  -> ", lines);
            }
            lines.addFirst(name(holder) + reference(holder, held));
            held = holder;
        }
        GCRoot root = heap.getGCRoot(held);
        lines.addFirst("root: " + (root == null ? "unknown" : root.getKind()));
        return String.join("\n  -> ", lines);
    }

    /** A class stands for itself, with its statics; a thread and a string are told by what they are called. */
    private String name(Instance instance) {
        JavaClass itself = instance.getJavaClass().getName().equals("java.lang.Class")
                ? heap.getJavaClassByID(instance.getInstanceId())
                : null;
        if (itself != null) {
            return "class " + itself.getName();
        }
        String name = instance.getJavaClass().getName() + "#" + instance.getInstanceNumber();
        return instance.getValueOfField("name") instanceof Instance text
                        && text.getJavaClass().getName().equals("java.lang.String")
                ? name + " \"" + text(text) + "\""
                : name;
    }

    private static String text(Instance string) {
        if (!(string.getValueOfField("value") instanceof org.netbeans.lib.profiler.heap.PrimitiveArrayInstance bytes)) {
            return "?";
        }
        StringBuilder text = new StringBuilder();
        for (Object character : bytes.getValues()) {
            text.append((char) Integer.parseInt(character.toString()));
        }
        return text.toString();
    }

    private static String reference(Instance holder, Instance held) {
        for (Object each : held.getReferences()) {
            Value value = (Value) each;
            if (value.getDefiningInstance().equals(holder)) {
                return switch (value) {
                    case FieldValue field -> (field.getField().isStatic() ? " static ." : " .") + field.getField().getName();
                    case ArrayItemValue item -> " [" + item.getIndex() + "]";
                    default -> " (?)";
                };
            }
        }
        return staticOf(holder, held);
    }

    private static String staticOf(Instance holder, @Nullable Instance held) {
        for (Object each : holder.getStaticFieldValues()) {
            if (each instanceof org.netbeans.lib.profiler.heap.ObjectFieldValue field
                    && held != null
                    && held.equals(field.getInstance())) {
                return " static ." + field.getField().getName();
            }
        }
        return "";
    }
}
