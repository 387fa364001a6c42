package dev.portico.host.jobs;

/**
 * A fault of a plugin's job, to be retried. It carries the words of the plugin's exception only: the exception itself
 * would hold on to the plugin's classes, and JobRunr would store their names.
 */
class JobFault extends RuntimeException {

    JobFault(String message) {
        super(message, null, false, false);
    }
}
