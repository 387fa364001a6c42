package dev.portico.sandbox.behaviour;

import org.springframework.stereotype.Component;

/** The behaviour in force; it may change at any time. */
@Component
public class Switches {

    private final Behaviour atStart;
    private volatile Behaviour now;

    Switches(Behaviour atStart) {
        this.atStart = atStart;
        this.now = atStart;
    }

    /** The behaviour in force. */
    public Behaviour now() {
        return now;
    }

    /** Answers differently from now on. */
    public void set(Behaviour behaviour) {
        now = behaviour;
    }

    /** Back to what the settings say. */
    public void reset() {
        now = atStart;
    }
}
