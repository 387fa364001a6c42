package dev.portico.host.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionTest {

    @Test
    void manageImpliesWriteImpliesRead() {
        assertThat(Permission.implying("read_licensing"))
                .containsExactly("read_licensing", "write_licensing", "manage_licensing");
        assertThat(Permission.implying("write_licensing")).containsExactly("write_licensing", "manage_licensing");
        assertThat(Permission.implying("manage_licensing")).containsExactly("manage_licensing");
    }

    @Test
    void aRegistrationTakesBackOnlyItsOwnPermissions() {
        PermissionRegistry registry = new PermissionRegistry();
        Permission read = new Permission("read_x", () -> "See x");
        var first = registry.register("a", List.of(read));
        var second = registry.register("b", List.of(read));

        first.remove();
        first.remove();

        assertThat(registry.all()).containsExactly(read);
        second.remove();
        assertThat(registry.all()).isEmpty();
    }

    @Test
    void permissionsAreListedByKeyAndOnce() {
        PermissionRegistry registry = new PermissionRegistry();
        registry.register("a", List.of(new Permission("write_x", () -> "w"), new Permission("read_x", () -> "r")));
        registry.register("b", List.of(new Permission("read_x", () -> "r again")));

        assertThat(registry.all()).extracting(Permission::key).containsExactly("read_x", "write_x");
    }
}
