package dev.portico.pax8.texts;

import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Numbers and amounts as the user's language writes them. */
public final class Figures {

    private Figures() {}

    /** A count, such as "2,014". */
    public static String count(Number number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /**
     * An amount with its currency, such as "$760.20".
     *
     * @param currency ISO 4217 code; one that is not known, or none, is written as it is
     */
    public static String amount(BigDecimal amount, String currency) {
        try {
            NumberFormat format = NumberFormat.getCurrencyInstance(locale());
            format.setCurrency(Currency.getInstance(currency));
            return format.format(amount);
        } catch (IllegalArgumentException unknownCurrency) {
            NumberFormat format = NumberFormat.getNumberInstance(locale());
            format.setMinimumFractionDigits(2);
            format.setMaximumFractionDigits(2);
            return (currency + " " + format.format(amount)).strip();
        }
    }

    private static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null || ui.getLocale() == null || ui.getLocale().getCountry().isEmpty()
                ? Locale.US
                : ui.getLocale();
    }
}
