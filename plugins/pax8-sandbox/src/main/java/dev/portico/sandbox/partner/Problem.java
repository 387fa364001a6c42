package dev.portico.sandbox.partner;

/** A call that the Partner API refuses. */
final class Problem extends RuntimeException {

    private final int status;
    private final String type;

    private Problem(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    static Problem badRequest(String message) {
        return new Problem(400, "BAD_REQUEST", message);
    }

    static Problem badField(String field) {
        return badRequest("Invalid input, please check the documentation for allowed values. field: " + field);
    }

    static Problem forbidden(String message) {
        return new Problem(403, "FORBIDDEN", message);
    }

    static Problem notFound(String what, String id) {
        return new Problem(404, "NOT_FOUND", what + " Not Found: " + id);
    }

    static Problem refused(String message) {
        return new Problem(422, "UNPROCESSABLE_ENTITY", message);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }
}
