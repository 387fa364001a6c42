package dev.portico.host.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NavigationRegistryTest {

    private final NavigationRegistry registry = new NavigationRegistry();

    @Test
    void listsItemsByTheirOrder() {
        registry.register(item("b", 2));
        registry.register(item("a", 1));

        assertThat(registry.items()).extracting(NavigationItem::path).containsExactly("a", "b");
    }

    @Test
    void aRegistrationTakesAwayItsOwnItemEvenIfAnEqualOneIsThere() {
        NavigationItem item = item("a", 1);
        var first = registry.register(item);
        registry.register(item);

        first.remove();
        first.remove();

        assertThat(registry.items()).containsExactly(item);
    }

    @Test
    void tellsListenersOfEachChangeUntilTheyLeave() {
        AtomicInteger changes = new AtomicInteger();
        var listening = registry.onChange(changes::incrementAndGet);

        var registration = registry.register(item("a", 1));
        registration.remove();
        listening.remove();
        registry.register(item("b", 2));

        assertThat(changes).hasValue(2);
    }

    private static NavigationItem item(String path, int order) {
        return new NavigationItem(() -> "", () -> path, path, "key", order, "");
    }
}
