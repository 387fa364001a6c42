package dev.portico.host.plugins.packages;

/** What every package keeps to; each rule has two texts, the finding and its remedy. */
public enum Rule {
    TOO_LARGE("too-large"),
    NO_JAR("no-jar"),
    TOO_MANY_ENTRIES("too-many-entries"),
    UNPACKED_TOO_LARGE("unpacked-too-large"),
    ENTRY_BROKEN("entry-broken"),
    ENTRY_LARGE("entry-large"),
    ENTRY_AMBIGUOUS("entry-ambiguous"),
    ENTRY_PATH("entry-path"),
    ENTRY_TWICE("entry-twice"),
    ENTRY_CASE("entry-case"),
    ENTRY_LINK("entry-link"),
    MANIFEST_UNREADABLE("manifest-unreadable"),
    MANIFEST_AMBIGUOUS("manifest-ambiguous"),
    MANIFEST_LACKS("manifest-lacks"),
    MANIFEST_LONG("manifest-long"),
    MANIFEST_FORBIDDEN("manifest-forbidden"),
    ID_FORM("id-form"),
    ID_RESERVED("id-reserved"),
    VERSION_FORM("version-form"),
    REQUIRES_FORM("requires-form"),
    OTHER_API("other-api"),
    NO_INDEX("no-index"),
    INDEX_COUNT("index-count"),
    INDEX_CLASS("index-class"),
    JAR_SIGNED("jar-signed"),
    HOST_LIBRARY("host-library"),
    CLASS_BROKEN("class-broken"),
    CLASS_TOO_NEW("class-too-new"),
    COMPONENT("component"),
    GRID("grid"),
    BINDER("binder"),
    ROUTE("route"),
    FRONT_END("front-end"),
    THREAD("thread"),
    TIMER("timer"),
    POOL("pool"),
    ASYNC("async"),
    SHUTDOWN_HOOK("shutdown-hook"),
    EXIT("exit"),
    UNSIGNED("unsigned"),
    MODIFIED_CHANGED("modified-changed"),
    MODIFIED_ADDED("modified-added"),
    MODIFIED_MISSING("modified-missing"),
    MODIFIED_SIGNATURE("modified-signature"),
    UNKNOWN_SIGNER("unknown-signer"),
    OTHER_BYTES("other-bytes"),
    OTHER_ID("other-id");

    private final String key;

    Rule(String key) {
        this.key = key;
    }

    /** First part of the keys of its texts. */
    String key() {
        return key;
    }
}
