package dev.portico.host.plugins.packages;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the methods in which a class uses certain entries of its constant pool. */
final class CallSites {

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*)\\$\\d+");

    private final Map<Integer, Rule> wanted;
    private final Findings findings;
    private final Set<Integer> found = new HashSet<>();

    CallSites(Map<Integer, Rule> wanted, Findings findings) {
        this.wanted = wanted;
        this.findings = findings;
    }

    void find(ClassModel type, String name) {
        for (MethodModel method : type.methods()) {
            String place = name + "." + methodName(method);
            method.code().ifPresent(code -> code.forEach(element -> used(element).forEach(entry -> note(entry, place))));
        }
        // why: one that no instruction names is used in a roundabout way; then the class is all that can be said
        wanted.forEach((entry, rule) -> {
            if (!found.contains(entry)) {
                findings.addPlace(rule, name);
            }
        });
    }

    private void note(PoolEntry entry, String place) {
        Rule rule = wanted.get(entry.index());
        if (rule != null) {
            found.add(entry.index());
            findings.addPlace(rule, place);
        }
    }

    private static Stream<PoolEntry> used(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call -> Stream.of(call.method());
            case InvokeDynamicInstruction call -> references(call.invokedynamic().bootstrap().arguments());
            case LoadConstantInstruction load -> references(List.of(load.constantEntry()));
            default -> Stream.empty();
        };
    }

    private static Stream<PoolEntry> references(List<? extends PoolEntry> arguments) {
        return arguments.stream()
                .filter(MethodHandleEntry.class::isInstance)
                .map(argument -> ((MethodHandleEntry) argument).reference());
    }

    /** The author knows the method in which a lambda stands, not the compiler's name for it. */
    private static String methodName(MethodModel method) {
        return LAMBDA.matcher(method.methodName().stringValue()).replaceFirst("$1");
    }
}
