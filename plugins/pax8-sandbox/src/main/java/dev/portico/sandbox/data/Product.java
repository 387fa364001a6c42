package dev.portico.sandbox.data;

import org.jspecify.annotations.Nullable;

/**
 * A product of the catalog.
 *
 * @param cost       what the partner pays per unit and month, US dollars
 * @param retail     what the client is suggested to pay, US dollars
 * @param commitment whether it is sold with a commitment
 * @param usage      whether it is billed by usage
 * @param oneTime    whether it is bought once
 * @param listed     whether the product list contains it; the others can only be read by their id
 */
public record Product(String id, String name, String vendor, String sku, @Nullable String vendorSku, double cost, double retail,
                      boolean commitment, boolean usage, boolean oneTime, boolean listed) {

    /** One sentence about it, as the list shows. */
    public String shortDescription() {
        return name + " by " + vendor + (commitment ? ", sold with a commitment." : usage ? ", billed by usage." : ".");
    }

    /** The longer text, which only the single product has. */
    public String description() {
        return shortDescription() + " Provisioned by " + vendor + " through the marketplace; support in the first line by the partner.";
    }

    boolean microsoft() {
        return "Microsoft".equals(vendor);
    }
}
