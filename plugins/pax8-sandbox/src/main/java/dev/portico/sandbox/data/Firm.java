package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Locale;

/** An invented firm as it calls itself: what both sides would write if people spelled alike. */
record Firm(String base, @Nullable String legalForm, City city) {

    String fullName() {
        return legalForm == null ? base : base + " " + legalForm;
    }

    /** Its website's host. The top-level domain is reserved, so it can belong to nobody. */
    String host() {
        String slug = Spelling.withoutAccents(base).toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("[^a-z0-9]", "");
        return slug.substring(0, Math.min(slug.length(), 30)) + ".example";
    }

    /** Two firms with the same key would be one to any reader. */
    String key() {
        return Normalizer.normalize(base, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT) + "/" + city.name();
    }
}
