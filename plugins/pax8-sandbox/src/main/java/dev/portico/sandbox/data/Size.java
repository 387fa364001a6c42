package dev.portico.sandbox.data;

/** How large the invented partner is. */
public enum Size {
    /** A small partner. */
    S(65, 110, 500),
    /** The demo. */
    M(300, 2_000, 2_500),
    /** Pax8's own idea of a large portfolio. */
    L(1_000, 5_000, 25_000),
    /** Larger than anybody seen. */
    XL(5_000, 25_000, 25_000);

    private final int companies;
    private final int subscriptions;
    private final int products;

    Size(int companies, int subscriptions, int products) {
        this.companies = companies;
        this.subscriptions = subscriptions;
        this.products = products;
    }

    /** Companies, of every status. */
    public int companies() {
        return companies;
    }

    /** Subscriptions, of every status. */
    public int subscriptions() {
        return subscriptions;
    }

    /** Products in the list; some more can only be read one by one. */
    public int products() {
        return products;
    }
}
