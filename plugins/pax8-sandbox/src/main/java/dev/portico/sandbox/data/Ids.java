package dev.portico.sandbox.data;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that stay the same, because they are made of names. */
final class Ids {

    private Ids() {
    }

    static String of(String kind, Object name) {
        return UUID.nameUUIDFromBytes(("portico-sandbox/" + kind + "/" + name).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
