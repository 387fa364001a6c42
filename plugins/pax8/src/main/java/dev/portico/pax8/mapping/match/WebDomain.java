package dev.portico.pax8.mapping.match;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a website's address that belongs to one firm. */
final class WebDomain {

    private static final Pattern HOST =
            Pattern.compile("(?:[a-z][a-z0-9+.-]*://)?(?:[^@/]*@)?([a-z0-9-]+(?:\\.[a-z0-9-]+)+)(?::\\d+)?(?:[/?#].*)?");
    private static final Set<String> SECOND_LEVEL = Set.of("co", "com", "org", "net", "ac", "gov", "edu");
    private static final Set<String> SHARED = Set.of(
            "facebook.com", "linkedin.com", "instagram.com", "twitter.com", "x.com", "google.com", "gmail.com",
            "outlook.com", "hotmail.com", "yahoo.com", "wixsite.com", "wordpress.com", "blogspot.com", "squarespace.com",
            "weebly.com", "godaddysites.com", "github.io", "sharepoint.com", "onmicrosoft.com", "example.com");

    private WebDomain() {}

    /** The registered domain, such as {@code acmedental.com}; empty if unknown or shared by many firms. */
    static String of(String website) {
        Matcher address = HOST.matcher(website.strip().toLowerCase(Locale.ROOT));
        if (!address.matches()) {
            return "";
        }
        String[] labels = address.group(1).split("\\.");
        int kept = labels.length > 2
                        && SECOND_LEVEL.contains(labels[labels.length - 2])
                        && labels[labels.length - 1].length() == 2
                ? 3
                : 2;
        StringBuilder domain = new StringBuilder();
        for (int i = Math.max(0, labels.length - kept); i < labels.length; i++) {
            domain.append(domain.isEmpty() ? "" : ".").append(labels[i]);
        }
        return SHARED.contains(domain.toString()) ? "" : domain.toString();
    }
}
