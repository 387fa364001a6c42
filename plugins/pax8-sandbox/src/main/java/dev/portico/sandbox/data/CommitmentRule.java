package dev.portico.sandbox.data;

import java.time.LocalDate;

/**
 * What a vendor allows within one commitment term of a product.
 *
 * @param id               the id that subscriptions with this commitment carry
 * @param term             Monthly, 1-Year or 3-Year
 * @param autoRenew        whether the next term begins by itself
 * @param windowBefore     so many days before its last day, and on this day itself, fewer seats are taken back; 0 for never
 * @param windowAfter      so many days after the beginning of a term, the first one included, fewer seats are taken back
 * @param increase         whether seats may be added at any time
 * @param decrease         whether seats may be taken back at any time
 * @param earlyCancel      whether it may be cancelled before the end of the term
 * @param cancellationFee  whether that costs a fee
 * @param transferable     whether it may move to another company
 */
public record CommitmentRule(String id, String term, boolean autoRenew, int windowBefore, int windowAfter, boolean increase, boolean decrease,
                             boolean earlyCancel, boolean cancellationFee, boolean transferable) {

    /** Months of one term. */
    public int months() {
        return months(term);
    }

    static int months(String term) {
        return switch (term) {
            case "Monthly" -> 1;
            case "3-Year" -> 36;
            default -> 12;
        };
    }

    /** The last day of a term that begins on the given day. */
    public LocalDate lastDay(LocalDate firstDay) {
        return firstDay.plusMonths(months()).minusDays(1);
    }

    /** The first day of the term that ends with the given day. */
    public LocalDate firstDay(LocalDate lastDay) {
        return lastDay.plusDays(1).minusMonths(months());
    }

    /** Whether seats may be added on the given day of a term that ends with lastDay. */
    public boolean mayIncrease(LocalDate today, LocalDate lastDay) {
        return increase || today.isAfter(lastDay);
    }

    /** Whether seats may be taken back on the given day of a term that ends with lastDay. */
    public boolean mayDecrease(LocalDate today, LocalDate lastDay) {
        return decrease || today.isAfter(lastDay) || inWindow(today, lastDay);
    }

    private boolean inWindow(LocalDate today, LocalDate lastDay) {
        return today.isBefore(firstDay(lastDay).plusDays(windowAfter)) || windowBefore > 0 && !today.isBefore(lastDay.minusDays(windowBefore));
    }
}
