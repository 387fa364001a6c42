package dev.portico.pax8.mapping.match;

/**
 * How likely a pair is right. Two logistic regressions, fitted on company registers: the first looks at the pair alone,
 * the second also at how far the pair stands above the rivals of either side. Fitted so that of the pairs scored 0.9
 * about nine in ten are right; 0.4 then is a sane threshold.
 */
final class Score {

    private static final double MOST = 6;
    private static final double WIDEST_MARGIN = 4;
    private static final double SHARED_DOMAIN = 3;
    private static final double OTHER_DOMAIN = -0.8;
    private static final double OTHER_COUNTRY = -1;

    private Score() {}

    /** Logarithm of the odds of the pair alone, -6 to 6. */
    static double alone(Evidence evidence) {
        Alignment names = evidence.alignment();
        double dice = names.dice();
        double squashed = evidence.squashedLikeness();
        double left = names.heaviestLeft();
        double right = names.heaviestRight();
        double sum = -7.217
                - 0.311 * dice
                + 1.078 * dice * dice
                + 0.643 * names.contained()
                - 1.460 * squashed
                + 0.826 * squashed * squashed
                - 1.161 * left
                - 0.937 * right
                - 0.225 * Math.min(left, right)
                - 0.875 * Math.min(3, names.agreed())
                + 2.523 * names.contained() * Math.min(2, names.agreed())
                + 7.111 * names.best()
                + (evidence.equalWords() ? 2.317 : 0)
                + (evidence.equalLetters() ? 0.861 : 0)
                + (evidence.initials() ? 8.863 : 0)
                - (evidence.firstWordsAgree() ? 0.378 : 0)
                + (evidence.numbersDiffer() ? 0.500 : 0)
                - (evidence.legalConflict() ? 1.867 : 0)
                + (evidence.sameCity() ? 1.282 : 0)
                - (evidence.otherCity() ? 2.8 : 0)
                - (evidence.otherPart() ? 2.0 : 0)
                + (evidence.sameDomain() ? SHARED_DOMAIN : 0)
                + (evidence.otherDomain() ? OTHER_DOMAIN : 0)
                + (evidence.otherCountry() ? OTHER_COUNTRY : 0);
        return Math.clamp(sum, -MOST, MOST);
    }

    /**
     * Probability of the pair among its rivals, 0 to 1.
     *
     * @param alone what {@link #alone} gave
     * @param leftMargin how far that is above the left company's other candidates, negative if below
     * @param rightMargin the same for the right company
     */
    static double among(double alone, double leftMargin, double rightMargin) {
        double left = Math.clamp(leftMargin, -WIDEST_MARGIN, WIDEST_MARGIN);
        double right = Math.clamp(rightMargin, -WIDEST_MARGIN, WIDEST_MARGIN);
        double sum = -0.838 + 0.341 * alone + 0.239 * left + 0.316 * right + 0.605 * Math.min(left, right);
        return 1 / (1 + Math.exp(-sum));
    }
}
