package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which people write one firm's name differently. Each gives null where it has nothing to change. */
enum Spelling {

    SAME(20) {
        @Override
        String apply(Firm firm, Dice dice) {
            return firm.fullName();
        }
    },
    OTHER_LEGAL_FORM(24) {
        @Override
        @Nullable String apply(Firm firm, Dice dice) {
            String form = firm.legalForm();
            if (form == null) {
                return firm.base() + (dice.percent(50) ? ", " : " ") + WORDS.any("legal." + firm.city().country(), dice);
            }
            return switch (dice.below(3)) {
                case 0 -> firm.base() + ", " + form;
                case 1 -> firm.base();
                default -> firm.base() + " " + LEGAL_FORMS.getOrDefault(form, form.toUpperCase(Locale.ROOT));
            };
        }
    },
    AMPERSAND(9) {
        @Override
        @Nullable String apply(Firm firm, Dice dice) {
            String name = firm.fullName();
            String and = switch (firm.city().country()) {
                case NL -> " en ";
                case DE -> " und ";
                default -> " and ";
            };
            return name.contains(" & ") ? name.replace(" & ", dice.percent(70) ? and : "&") : null;
        }
    },
    ABBREVIATED(12) {
        @Override
        @Nullable String apply(Firm firm, Dice dice) {
            String name = firm.fullName();
            for (Map.Entry<String, String> entry : ABBREVIATIONS.entrySet()) {
                if (name.contains(entry.getKey())) {
                    return name.replace(entry.getKey(), entry.getValue());
                }
            }
            return null;
        }
    },
    TYPING_ERROR(9) {
        @Override
        @Nullable String apply(Firm firm, Dice dice) {
            return typed(firm.fullName(), dice);
        }
    },
    NO_ACCENTS(8) {
        @Override
        @Nullable String apply(Firm firm, Dice dice) {
            String name = firm.fullName();
            String plain = dice.percent(50) ? withoutAccents(transcribed(name)) : withoutAccents(name);
            return plain.equals(name) ? null : plain;
        }
    },
    WORD_ORDER(6) {
        @Override
        @Nullable String apply(Firm firm, Dice dice) {
            String base = firm.base();
            if (base.startsWith("The ")) {
                return base.substring(4) + ", The";
            }
            if (base.startsWith("Law Offices of ")) {
                return base.substring(15) + " Law Offices";
            }
            int space = base.indexOf(' ');
            boolean turnable = space > 0 && base.indexOf(' ', space + 1) < 0;
            return turnable ? base.substring(space + 1) + " " + base.substring(0, space) : null;
        }
    },
    DOING_BUSINESS_AS(5) {
        @Override
        @Nullable String apply(Firm firm, Dice dice) {
            if (firm.city().country() != Country.US) {
                return null;
            }
            String owner = WORDS.any("surname", dice) + " " + WORDS.any("industry", dice);
            return owner + (dice.percent(50) ? " dba " : " d/b/a ") + firm.base();
        }
    },
    WITH_CITY(8) {
        @Override
        @Nullable String apply(Firm firm, Dice dice) {
            String city = firm.city().name();
            if (firm.base().contains(city)) {
                return null;
            }
            return dice.percent(50) ? firm.base() + " - " + city : firm.base() + " (" + city + ")";
        }
    },
    CAPITALS(5) {
        @Override
        String apply(Firm firm, Dice dice) {
            return firm.fullName().toUpperCase(Locale.ROOT);
        }
    },
    INITIALS(4) {
        @Override
        @Nullable String apply(Firm firm, Dice dice) {
            Matcher names = PARTNERS.matcher(firm.base());
            if (!names.matches()) {
                return null;
            }
            return "" + names.group(1).charAt(0) + names.group(2).charAt(0) + names.group(3).charAt(0) + " " + names.group(4);
        }
    };

    private static final Words WORDS = new Words();

    private static final Pattern PARTNERS = Pattern.compile("(\\S+), (\\S+) & (\\S+) (.+)");

    private static final Map<String, String> LEGAL_FORMS = Map.ofEntries(
            Map.entry("LLC", "L.L.C."), Map.entry("Inc.", "Incorporated"), Map.entry("Corp.", "Corporation"), Map.entry("PC", "P.C."),
            Map.entry("Co.", "Company"), Map.entry("Ltd", "Limited"), Map.entry("Limited", "Ltd."), Map.entry("Ltd.", "Limited"),
            Map.entry("PLLC", "P.L.L.C."), Map.entry("PartG", "Partnerschaft"), Map.entry("B.V.", "BV"), Map.entry("V.O.F.", "VOF"), Map.entry("GmbH & Co. KG", "GmbH & Co KG"),
            Map.entry("PLC", "plc"), Map.entry("GmbH", "Gesellschaft mbH"), Map.entry("AG", "Aktiengesellschaft"));

    private static final Map<String, String> ABBREVIATIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("Manufacturing", "Mfg."), Map.entry("Associates", "Assoc."), Map.entry("Company", "Co."),
            Map.entry("International", "Intl."), Map.entry("Services", "Svcs"), Map.entry("Engineering", "Eng."),
            Map.entry("Brothers", "Bros."), Map.entry("Gebroeders", "Gebr."), Map.entry("Gebrüder", "Gebr."), Map.entry("Medical", "Med."),
            Map.entry("Center", "Ctr"), Map.entry("Centre", "Ctr."), Map.entry("Saint ", "St. "), Map.entry("St. ", "Saint "),
            Map.entry("Group", "Grp"), Map.entry("Construction", "Constr."), Map.entry("Insurance", "Ins."), Map.entry("Property Management", "Property Mgmt"),
            Map.entry("Technologies", "Tech"), Map.entry("Transportation", "Transp."), Map.entry("Distribution", "Dist."),
            Map.entry("Development", "Dev."), Map.entry("Chamber of Commerce", "CoC"), Map.entry("Community", "Comm."),
            Map.entry("Veterinary", "Vet"), Map.entry("Accountants", "Accts."), Map.entry("Attorneys at Law", "Law"), Map.entry("Furniture", "Furn.")));

    private final int weight;

    Spelling(int weight) {
        this.weight = weight;
    }

    abstract @Nullable String apply(Firm firm, Dice dice);

    /** How the other side spells this firm: the same every time. */
    static String atTheOtherSide(Firm firm) {
        Dice dice = Dice.of("spelling/" + firm.key());
        while (true) {
            String spelled = any(dice).apply(firm, dice);
            if (spelled != null) {
                return spelled;
            }
        }
    }

    static String withoutAccents(String text) {
        return Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String transcribed(String text) {
        return text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("Ä", "Ae").replace("Ö", "Oe").replace("Ü", "Ue");
    }

    /** A letter doubled, dropped or swapped with its neighbour, never the first and never at the end. */
    private static @Nullable String typed(String name, Dice dice) {
        int at = dice.between(2, Math.max(2, name.length() / 2));
        if (at + 2 >= name.length() || !Character.isLowerCase(name.charAt(at)) || !Character.isLowerCase(name.charAt(at + 1))) {
            return null;
        }
        return switch (dice.below(3)) {
            case 0 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            default -> name.charAt(at) == name.charAt(at + 1) ? null
                    : name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    private static Spelling any(Dice dice) {
        int total = 0;
        for (Spelling spelling : values()) {
            total += spelling.weight;
        }
        int roll = dice.below(total);
        for (Spelling spelling : values()) {
            roll -= spelling.weight;
            if (roll < 0) {
                return spelling;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }
}
