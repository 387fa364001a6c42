package dev.portico.host.startup;

import org.jspecify.annotations.Nullable;

/**
 * The portal refuses to start and a person has to act: the message says what is wrong, the remedy what to do. Neither
 * holds a secret, because both are printed.
 */
public abstract class StartFailure extends RuntimeException {

    private final String remedy;

    /**
     * A refusal.
     *
     * @param problem what is wrong, as whole sentences
     * @param remedy what to do about it, naming files and settings
     * @param cause shown only at debug level
     */
    protected StartFailure(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public final String remedy() {
        return remedy;
    }
}
