package dev.portico.sandbox.faults;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults that are switched on. */
@Component
public class Faults {

    /**
     * A fault that is switched on.
     *
     * @param hits calls it has hit so far
     */
    public record State(String name, Fault fault, int hits) {
    }

    private final Map<String, ActiveFault> active = new ConcurrentSkipListMap<>();
    /** why: calls may still wait at a fault that another one of the same name has replaced. */
    private final List<ActiveFault> replaced = new CopyOnWriteArrayList<>();
    private final Clock clock;

    Faults(Clock clock) {
        this.clock = clock;
    }

    /** Switches a fault on under the name of its kind. */
    public void inject(Fault fault) {
        inject(fault.kind().id(), fault);
    }

    /**
     * Switches a fault on; one of the same name is replaced.
     *
     * @throws IllegalArgumentException if a path pattern is wrong
     */
    public void inject(String name, Fault fault) {
        ActiveFault before = active.put(name, new ActiveFault(name, fault));
        if (before != null) {
            replaced.add(before);
        }
    }

    /** Switches the named fault off; calls that it holds back go on at once. Nothing happens if it is not on. */
    public void clear(String name) {
        ActiveFault cleared = active.remove(name);
        if (cleared != null) {
            cleared.release(false);
        }
        replaced.removeIf(fault -> fault.name().equals(name) && release(fault, false));
    }

    /** Switches all faults off; calls that they hold back go on at once. */
    public void clear() {
        List.copyOf(active.keySet()).forEach(this::clear);
        replaced.removeIf(fault -> release(fault, false));
    }

    /** Switches all faults off; calls that they hold back are forgotten, so that they change nothing later. */
    public void reset() {
        active.values().forEach(fault -> fault.release(true));
        active.clear();
        replaced.removeIf(fault -> release(fault, true));
    }

    private static boolean release(ActiveFault fault, boolean never) {
        fault.release(never);
        return true;
    }

    /** The faults that are on. */
    public List<State> all() {
        return active.values().stream().filter(fault -> !fault.over())
                .map(fault -> new State(fault.name(), fault.fault(), fault.hits())).toList();
    }

    /** What hits this call: delays first, at most one other fault last. */
    List<ActiveFault> hitting(HttpServletRequest request) {
        Instant now = clock.instant();
        List<ActiveFault> hitting = new ArrayList<>();
        for (ActiveFault fault : active.values()) {
            if (fault.fault().kind() == FaultKind.SLOW && fault.hit(request, now)) {
                hitting.add(fault);
            }
        }
        for (ActiveFault fault : active.values()) {
            if (fault.fault().kind() != FaultKind.SLOW && fault.hit(request, now)) {
                hitting.add(fault);
                break;
            }
        }
        return hitting;
    }
}
