package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Who exists: the firms on the Pax8 side, those in the demo portal, and which of them are the same. */
final class Firms {

    /** Firms that both sides know, in the demo of size M. */
    static final int SHARED = 220;
    /** Companies of the demo portal. */
    static final int PORTAL = 250;
    /** Companies of size M, the size of the demo. */
    static final int MEDIUM = 300;

    private static final Pattern PUBLIC = Pattern.compile("Church|Academy|School|Hospice|Food Bank|Chamber|Library|Authority|Society|Museum"
            + "|District|Foundation|Council|Citizens|Credit Union|College|Trust|Verkehrsbetriebe|Volkshochschule|Bibliotheek|Muziekschool|Symphony");
    private static final Pattern PROFESSION = Pattern.compile("Law|Attorneys|Solicitors|CPAs|Account|Architect|Associates|Dental|Dentist|Orthodont"
            + "|Dermatolog|Medicine|Chiropract|Eye|Clinic|Surg|Veterinary|Medical Group|Pediatr|Advocaten|Notari|Rechtsanw|Steuerberat"
            + "|Wirtschaftspr|Partner|Avocats|Comptables|Legal");

    /** One firm with its name on the Pax8 side, and in the portal if the portal has it. */
    record Pairing(@Nullable String atPax8, @Nullable String inPortal, Firm firm) {
    }

    private final Words words = new Words();
    private final Set<String> taken = new HashSet<>();
    private final List<Pairing> atPax8 = new ArrayList<>();
    private final List<Pairing> inPortal = new ArrayList<>();

    /** @param count how many companies the Pax8 side has; below {@link #MEDIUM} the first of the demo, above it more */
    Firms(int count) {
        addNeighbours();
        addShared();
        addStrangers();
        shuffle();
        for (int i = atPax8.size(); i < count; i++) {
            atPax8.add(onlyAtPax8(invent("more", i)));
        }
        if (count < atPax8.size()) {
            atPax8.subList(count, atPax8.size()).clear();
        }
    }

    List<Pairing> atPax8() {
        return atPax8;
    }

    List<Pairing> inPortal() {
        return inPortal;
    }

    private void addNeighbours() {
        for (String[] row : Resource.rows("neighbours.txt")) {
            share(claim(new Firm(row[0], legalForm(row[0], City.named(row[1])), City.named(row[1]))));
            Firm neighbour = claim(new Firm(row[2], legalForm(row[2], City.named(row[3])), City.named(row[3])));
            if ("pax8".equals(row[4])) {
                atPax8.add(onlyAtPax8(neighbour));
            } else {
                inPortal.add(new Pairing(null, neighbour.fullName(), neighbour));
            }
        }
    }

    private void addShared() {
        for (int i = 0; shared() < SHARED; i++) {
            share(invent("shared", i));
        }
    }

    private void addStrangers() {
        for (String name : Resource.lines("hostile-names.txt")) {
            Country country = Country.any(Dice.of("hostile/" + name));
            Firm firm = new Firm(name, null, City.any(country, Dice.of("hostile-city/" + name)));
            atPax8.add(new Pairing(name, null, firm));
        }
        for (int i = 0; atPax8.size() < MEDIUM; i++) {
            atPax8.add(onlyAtPax8(invent("pax8", i)));
        }
        for (int i = 0; inPortal.size() < PORTAL; i++) {
            Firm firm = invent("portal", i);
            inPortal.add(new Pairing(null, firm.fullName(), firm));
        }
    }

    /** why: any beginning of the list is a fair mix, so the smaller sizes are one too. */
    private void shuffle() {
        atPax8.sort(Comparator.comparingLong(pairing -> Dice.hash("order/" + pairing.firm().key())));
        inPortal.sort(Comparator.comparingLong(pairing -> Dice.hash("portal-order/" + pairing.firm().key())));
    }

    private int shared() {
        return (int) atPax8.stream().filter(pairing -> pairing.inPortal() != null).count();
    }

    private void share(Firm firm) {
        Pairing pairing = new Pairing(Spelling.atTheOtherSide(firm), firm.fullName(), firm);
        atPax8.add(pairing);
        inPortal.add(pairing);
    }

    private static Pairing onlyAtPax8(Firm firm) {
        return new Pairing(firm.fullName(), null, firm);
    }

    private Firm claim(Firm firm) {
        if (!taken.add(firm.key())) {
            throw new IllegalStateException(firm + " exists twice");
        }
        return firm;
    }

    private Firm invent(String group, int number) {
        Dice dice = Dice.of("firm/" + group, number);
        while (true) {
            Country country = Country.any(dice);
            City city = City.any(country, dice);
            String base = words.name(country, city, dice);
            // why: one name twice would make the pairs of the demo ambiguous; those that shall be are in neighbours.txt
            if (taken.add(base.toLowerCase(Locale.ROOT))) {
                return claim(new Firm(base, legalForm(base, city), city));
            }
        }
    }

    private @Nullable String legalForm(String base, City city) {
        Dice dice = Dice.of("legal-form/" + base);
        if (!dice.percent(68) || PUBLIC.matcher(base).find()) {
            return null;
        }
        return words.any((PROFESSION.matcher(base).find() ? "professional." : "legal.") + city.country(), dice);
    }
}
