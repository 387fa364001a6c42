package dev.portico.api.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.api.IntegrationPlugin;
import dev.portico.api.PluginSettings;
import dev.portico.api.screen.ScreenDeclaration.Navigation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a plugin declares, asked twice. */
record Declarations(IntegrationPlugin plugin, PluginSettings settings) {

    void check() {
        Map<String, Supplier<@Nullable Object>> all = new LinkedHashMap<>();
        all.put("profile()", plugin::profile);
        all.put("configuration()", plugin::configuration);
        all.put("permissions()", plugin::permissions);
        all.put("screens()", plugin::screens);
        all.put("jobs()", plugin::jobs);
        all.put("oauthClient()", () -> plugin.oauthClient(settings));
        all.put("hosts()", () -> plugin.hosts(settings));
        all.put("card()", plugin::card);
        all.put("wizard()", plugin::wizard);
        all.put("removal()", plugin::removal);
        all.forEach((name, declaration) -> {
            Object first = declaration.get();
            assertThat(first).as("%s must not be null; declare an empty list, set or Optional", name).isNotNull();
            if (first instanceof Iterable<?> several) {
                assertThat(several).as("%s must not hold null", name).doesNotContainNull();
            }
            assertNoNullPart(name, first);
            assertThat(declaration.get())
                    .as("%s must be the same each time it is asked: it only declares, and depends on nothing but the settings",
                            name)
                    .isEqualTo(first);
        });
    }

    /** The beans that declarations name by type, with the declaration that does. */
    static Map<Class<?>, String> beanTypes(IntegrationPlugin plugin) {
        Map<Class<?>, String> types = new LinkedHashMap<>();
        types.put(plugin.card(), "card()");
        types.put(plugin.removal(), "removal()");
        plugin.screens().forEach(it -> types.put(it.screen(), "screen " + it.path()));
        plugin.screens().forEach(it -> it.navigation()
                .flatMap(Navigation::badge)
                .ifPresent(badge -> types.put(badge, "badge of screen " + it.path())));
        plugin.jobs().forEach(it -> types.put(it.job(), "job " + it.id()));
        plugin.wizard().forEach(it -> types.put(it.step(), "wizard step " + it.id()));
        return types;
    }

    static boolean isIcon(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT))
                && Arrays.stream(VaadinIcon.values())
                        .anyMatch(icon -> icon.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name));
    }

    private static void assertNoNullPart(String name, Object declared) {
        if (declared instanceof Iterable<?> several) {
            several.forEach(each -> assertNoNullPart(name, each));
        } else if (declared instanceof Record record) {
            Arrays.stream(record.getClass().getRecordComponents()).forEach(part -> {
                try {
                    part.getAccessor().setAccessible(true);
                    assertThat(part.getAccessor().invoke(record))
                            .as("%s: %s of %s must not be null", name, part.getName(), record)
                            .isNotNull();
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
