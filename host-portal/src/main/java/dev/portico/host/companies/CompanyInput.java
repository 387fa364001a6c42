package dev.portico.host.companies;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known of a company, tidied: no surrounding space, country in capitals. Empty texts mean unknown. */
record CompanyInput(String name, String city, String country, String website) {

    static final int LONGEST = 200;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern WEBSITE =
            Pattern.compile("(https?://)?([\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]+(:\\d{1,5})?(/\\S*)?");

    CompanyInput {
        name = name.strip().replaceAll("\\s+", " ");
        city = city.strip();
        country = country.strip().toUpperCase(Locale.ROOT);
        website = website.strip();
    }

    /** What is wrong, by field; the values are text keys. */
    Map<Field, String> problems() {
        Map<Field, String> problems = new EnumMap<>(Field.class);
        if (name.isEmpty()) {
            problems.put(Field.NAME, "name.missing");
        }
        if (!country.isEmpty() && !COUNTRIES.contains(country)) {
            problems.put(Field.COUNTRY, "country.unknown");
        }
        if (!website.isEmpty() && !WEBSITE.matcher(website).matches()) {
            problems.put(Field.WEBSITE, "website.wrong");
        }
        Arrays.stream(Field.values())
                .filter(field -> valueOf(field).length() > LONGEST)
                .forEach(field -> problems.put(field, "too-long"));
        return problems;
    }

    /** Two companies with the same key count as the same. */
    String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    private String valueOf(Field field) {
        return switch (field) {
            case NAME -> name;
            case CITY -> city;
            case COUNTRY -> country;
            case WEBSITE -> website;
        };
    }

    /** A field that people fill in. */
    enum Field {
        NAME,
        CITY,
        COUNTRY,
        WEBSITE
    }
}
