package dev.portico.host.plugins.packages;

import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rules for the code of a plugin, checked in its class files: what a plugin that was unloaded would leave behind in
 * the portal, and what needs the portal's own build.
 *
 * <p>They find mistakes, not malice: code that reflects can evade them.
 */
final class AuthoringRules {

    private static final int MAGIC = 0xCAFEBABE;

    private static final Map<String, Rule> ANNOTATIONS = Map.of(
            "Lcom/vaadin/flow/router/Route;", Rule.ROUTE,
            "Lcom/vaadin/flow/router/RouteAlias;", Rule.ROUTE,
            "Lcom/vaadin/flow/router/Layout;", Rule.ROUTE,
            "Lcom/vaadin/flow/component/dependency/JsModule;", Rule.FRONT_END,
            "Lcom/vaadin/flow/component/dependency/CssImport;", Rule.FRONT_END,
            "Lcom/vaadin/flow/component/dependency/NpmPackage;", Rule.FRONT_END,
            "Lcom/vaadin/flow/component/dependency/JavaScript;", Rule.FRONT_END,
            "Lcom/vaadin/flow/component/dependency/StyleSheet;", Rule.FRONT_END);

    private final PackageFile file;
    private final Findings findings;
    private final ClassHierarchy hierarchy = new ClassHierarchy();
    private final ForbiddenCalls forbidden = new ForbiddenCalls(hierarchy);

    private AuthoringRules(PackageFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    static void check(PackageFile file, Findings findings) {
        AuthoringRules rules = new AuthoringRules(file, findings);
        List<String> classes = file.hashes().keySet().stream()
                .filter(name -> name.endsWith(PackageFile.CLASS))
                .filter(rules::isKnownToTheHierarchy)
                .toList();
        classes.forEach(rules::check);
    }

    private boolean isKnownToTheHierarchy(String entry) {
        return read(entry, hierarchy::add);
    }

    private void check(String entry) {
        read(entry, this::check);
    }

    private boolean read(String entry, Consumer<ClassModel> work) {
        byte[] bytes = file.read(entry);
        if (bytes.length < 8 || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            findings.addPlace(Rule.CLASS_BROKEN, entry);
            return false;
        }
        int minor = (bytes[4] & 0xFF) << 8 | bytes[5] & 0xFF;
        int major = (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
        if (major > ClassFile.latestMajorVersion() || minor == ClassFile.PREVIEW_MINOR_VERSION) {
            findings.addPlace(Rule.CLASS_TOO_NEW, entry);
            return false;
        }
        try {
            work.accept(ClassFile.of().parse(bytes));
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            // why: a broken class file shows in many ways, also by annotations nested without end
            findings.addPlace(Rule.CLASS_BROKEN, entry);
            return false;
        }
    }

    private void check(ClassModel type) {
        String name = type.thisClass().asInternalName();
        forbidden.byExtending(name).ifPresent(rule -> findings.addPlace(rule, shown(name)));
        type.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(RuntimeVisibleAnnotationsAttribute::annotations)
                .orElse(List.of())
                .forEach(annotation -> ruleOf(annotation).ifPresent(rule -> findings.addPlace(rule, shown(name))));
        Map<Integer, Rule> calls = forbiddenCalls(type);
        if (!calls.isEmpty()) {
            new CallSites(calls, findings).find(type, shown(name));
        }
    }

    /** Every call and every reference to a method has an entry in the constant pool, so this finds them all. */
    private Map<Integer, Rule> forbiddenCalls(ClassModel type) {
        Map<Integer, Rule> calls = new HashMap<>();
        for (PoolEntry entry : type.constantPool()) {
            if (entry instanceof MemberRefEntry member) {
                forbidden.byCalling(
                                member.owner().asInternalName(),
                                member.name().stringValue(),
                                member.type().stringValue())
                        .ifPresent(rule -> calls.put(member.index(), rule));
            }
        }
        return calls;
    }

    private static Optional<Rule> ruleOf(Annotation annotation) {
        // why: an annotation that is there twice is packed into its container
        String type = annotation.className().stringValue().replace("$Container;", ";");
        return Optional.ofNullable(ANNOTATIONS.get(type));
    }

    private static String shown(String internalName) {
        return internalName.replace('/', '.');
    }
}
