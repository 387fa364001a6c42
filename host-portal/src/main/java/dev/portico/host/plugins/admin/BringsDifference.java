package dev.portico.host.plugins.admin;

import dev.portico.host.plugins.Brings;
import dev.portico.host.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What a package brings, compared with what another version brought. */
final class BringsDifference {

    private static final Texts TEXTS = Texts.of("plugins");

    private final Brings brings;
    private final Optional<Brings> before;

    /**
     * Compares.
     *
     * @param before empty: nothing is new or gone
     */
    BringsDifference(Brings brings, Optional<Brings> before) {
        this.brings = brings;
        this.before = before;
    }

    /** How something differs from the other version. */
    enum Change {
        SAME,
        NEW,
        CHANGED,
        GONE
    }

    /** Something that is brought, with a second word about it. */
    record Item(String text, String detail, Change change) {}

    List<Item> screens() {
        return compare(Brings::screens, Brings.Screen::path, Brings.Screen::title, it -> "/" + it.path());
    }

    List<Item> jobs() {
        return compare(Brings::jobs, Brings.Job::id, Brings.Job::name, it -> CronWords.of(it.schedule()));
    }

    List<Item> permissions() {
        return compare(Brings::permissions, Brings.Permission::key, Brings.Permission::name, Brings.Permission::key);
    }

    List<Item> hosts() {
        return compare(Brings::hosts, it -> it, it -> it, it -> "");
    }

    List<Item> accounts() {
        return compare(
                it -> it.signsInElsewhere() ? List.of(TEXTS.text("brings.account.asks")) : List.<String>of(),
                it -> it,
                it -> it,
                it -> "");
    }

    /** Everything that differs. */
    List<Item> changes() {
        List<Item> all = new ArrayList<>();
        all.addAll(screens());
        all.addAll(jobs());
        all.addAll(permissions());
        all.addAll(hosts());
        all.addAll(accounts());
        return all.stream().filter(it -> it.change() != Change.SAME).toList();
    }

    private <T> List<Item> compare(
            Function<Brings, List<T>> part, Function<T, ?> key, Function<T, String> text, Function<T, String> detail) {
        List<Item> items = new ArrayList<>();
        List<T> now = part.apply(brings);
        List<T> earlier = before.map(part).orElse(now);
        for (T it : now) {
            Optional<T> old = find(earlier, key, key.apply(it));
            items.add(old.map(was -> changed(it, was, text, detail))
                    .orElseGet(() -> new Item(text.apply(it), detail.apply(it), Change.NEW)));
        }
        earlier.stream()
                .filter(it -> find(now, key, key.apply(it)).isEmpty())
                .forEach(it -> items.add(new Item(text.apply(it), detail.apply(it), Change.GONE)));
        return items;
    }

    private static <T> Optional<T> find(List<T> items, Function<T, ?> key, Object wanted) {
        return items.stream().filter(it -> Objects.equals(key.apply(it), wanted)).findFirst();
    }

    private static <T> Item changed(T now, T was, Function<T, String> text, Function<T, String> detail) {
        boolean same = detail.apply(now).equals(detail.apply(was));
        return same
                ? new Item(text.apply(now), detail.apply(now), Change.SAME)
                : new Item(
                        text.apply(now), TEXTS.text("brings.was", detail.apply(now), detail.apply(was)), Change.CHANGED);
    }
}
