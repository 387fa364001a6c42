package dev.portico.sandbox.faults;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

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
        active.put(name, new ActiveFault(name, fault));
    }

    /** Switches the named fault off; nothing happens if it is not on. */
    public void clear(String name) {
        active.remove(name);
    }

    /** Switches all faults off. */
    public void clear() {
        active.clear();
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
