package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The products: those that subscriptions use first, then a long tail by vendor, edition, offer and customer segment. */
final class Catalog {

    private static final List<String> OFFERS = List.of("", " - Annual", " - 3-Year", " - Trial", " - Promotion", " - EU Data Region");
    private static final List<String> SEGMENTS = List.of("", " (Education)", " (Nonprofit)", " (Government)");

    /** A product that subscriptions use, with how often they do. */
    record Weighted(Product product, int weight) {
    }

    private final List<Weighted> used;
    private final List<Product> listed = new ArrayList<>();

    Catalog(int listedProducts) {
        used = Resource.rows("core-products.txt").stream().map(Catalog::core).toList();
        Set<String> names = new HashSet<>();
        used.stream().map(Weighted::product).filter(Product::listed).forEach(product -> add(product, names));
        List<String[]> vendors = Resource.rows("vendors.txt");
        for (int variant = 0; listed.size() < listedProducts; variant++) {
            if (variant == OFFERS.size() * SEGMENTS.size()) {
                throw new IllegalArgumentException("The catalog has at most " + listed.size() + " products, not " + listedProducts);
            }
            addVariant(vendors, OFFERS.get(variant % OFFERS.size()) + SEGMENTS.get(variant / OFFERS.size()), listedProducts, names);
        }
        if (listed.size() > listedProducts) {
            listed.subList(listedProducts, listed.size()).clear();
        }
    }

    /** The products of the list. */
    List<Product> listed() {
        return listed;
    }

    /** The products that subscriptions use, listed or not. */
    List<Weighted> used() {
        return used;
    }

    private void addVariant(List<String[]> vendors, String variant, int enough, Set<String> names) {
        for (String[] vendor : vendors) {
            String[] range = vendor[1].split("-");
            for (String family : vendor[2].split(";")) {
                for (String edition : vendor[3].split(";")) {
                    if (listed.size() == enough) {
                        return;
                    }
                    String joint = edition.startsWith("[") || edition.startsWith("(no") ? " " : " - ";
                    String name = vendor[0] + " " + family + joint + edition + variant;
                    if (family.startsWith(vendor[0]) || "Microsoft".equals(vendor[0])) {
                        name = family + joint + edition + variant;
                    }
                    add(tail(vendor[0], name, Double.parseDouble(range[0]), Double.parseDouble(range[1])), names);
                }
            }
        }
    }

    private void add(Product product, Set<String> names) {
        if (names.add(product.vendor() + "/" + product.name())) {
            listed.add(product);
        }
    }

    private static Product tail(String vendor, String name, double cheapest, double dearest) {
        Dice dice = Dice.of("product/" + vendor + "/" + name);
        double cost = Math.round((cheapest + Math.pow(dice.fraction(), 2) * (dearest - cheapest)) * 100) / 100.0;
        double retail = Math.round(cost * (1.2 + dice.fraction() * 0.6) * 100) / 100.0;
        boolean commitment = "Microsoft".equals(vendor) || name.contains("Annual") || name.contains("3-Year");
        String vendorSku = dice.percent(4) ? null : code("", dice, 12);
        return new Product(Ids.of("product", vendor + "/" + name), name, vendor, sku(vendor, dice), vendorSku, cost, retail,
                commitment, false, false, true);
    }

    private static Weighted core(String[] f) {
        Dice dice = Dice.of("product/" + f[2]);
        Product product = new Product(Ids.of("product", f[1] + "/" + f[2]), f[2], f[1], sku(f[1], dice), emptyToNull(f[5]),
                Double.parseDouble(f[3]), Double.parseDouble(f[4]), f[6].contains("C"), f[6].contains("U"), f[6].contains("O"),
                !f[6].contains("L"));
        return new Weighted(product, Integer.parseInt(f[0]));
    }

    /** A Pax8 sku such as MIC-7QX-K2D-C100. */
    private static String sku(String vendor, Dice dice) {
        String letters = vendor.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        return code(letters.substring(0, Math.min(3, letters.length())) + "-", dice, 3) + code("-", dice, 3) + "-C100";
    }

    private static String code(String start, Dice dice, int length) {
        StringBuilder code = new StringBuilder(start);
        for (int i = 0; i < length; i++) {
            code.append("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".charAt(dice.below(32)));
        }
        return code.toString();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
