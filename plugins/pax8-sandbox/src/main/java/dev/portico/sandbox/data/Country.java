package dev.portico.sandbox.data;

/** A country in which companies of the invented partner live. */
enum Country {
    US("USD", 1.0), GB("GBP", 0.82), CA("CAD", 1.36), NL("EUR", 0.94), DE("EUR", 0.94);

    private final String currency;
    private final double priceFactor;

    Country(String currency, double priceFactor) {
        this.currency = currency;
        this.priceFactor = priceFactor;
    }

    String currency() {
        return currency;
    }

    /** What one dollar of the price list costs in this country's currency. */
    double priceFactor() {
        return priceFactor;
    }

    /** Weighted: most of the partner's clients are American. */
    static Country any(Dice dice) {
        int roll = dice.below(100);
        return roll < 62 ? US : roll < 76 ? GB : roll < 86 ? CA : roll < 93 ? NL : DE;
    }
}
