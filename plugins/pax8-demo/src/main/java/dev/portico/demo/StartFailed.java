package dev.portico.demo;

/** Something could not be started; the message says what to do. */
public class StartFailed extends RuntimeException {

    StartFailed(String message) {
        super(message);
    }
}
