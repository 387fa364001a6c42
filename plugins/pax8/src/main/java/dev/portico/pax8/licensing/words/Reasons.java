package dev.portico.pax8.licensing.words;

import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.Decision;
import dev.portico.pax8.licensing.rules.SeatChange;
import dev.portico.pax8.licensing.rules.SeatLimits;
import dev.portico.pax8.texts.Days;
import dev.portico.pax8.texts.Figures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Says in a sentence, with the figures, why a request applies, waits or is refused, and when seats can be changed. */
public final class Reasons {

    private final Messages messages;

    Reasons(Messages messages) {
        this.messages = messages;
    }

    /** Such as "Held: +6 seats (60 %) is more than the 50 % that apply at once". */
    public String text(Decision decision) {
        String key = "decision." + decision.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (decision.rule()) {
            case SELF_SERVICE_OFF,
                    ANOTHER_OPEN,
                    VENDOR_UNKNOWN,
                    SUBSCRIPTION_ASKS,
                    APPROVAL_BY_DEFAULT,
                    NO_SEATS_NOW,
                    STAFF_DECIDES ->
                messages.text(key);
            case NOT_POSITIVE, OUTSIDE_LIMITS -> messages.text(key, text(Said.by(decision).limits()));
            case NO_CHANGE ->
                messages.text(
                        key,
                        Said.by(decision).current(),
                        text(Said.by(decision).limits()));
            case VENDOR_ALWAYS_ASKS -> messages.text(key, Said.by(decision).vendor());
            case ABOVE_THRESHOLD, WITHIN_THRESHOLD -> threshold(key, Said.by(decision));
        };
    }

    /** Such as "Possible until Dec 1, then not before Nov 24, 2027"; years that are not the present one are named. */
    public String text(SeatChange change, Instant now) {
        return switch (change) {
            case SeatChange.Now() -> messages.text("seat-change.now");
            case SeatChange.OnlyUntil(Instant end, Optional<Instant> again) when again.isPresent() ->
                messages.text("seat-change.until-then", Days.last(end, now), Days.of(again.get(), now));
            case SeatChange.OnlyUntil(Instant end, var none) ->
                messages.text("seat-change.until", Days.last(end, now));
            case SeatChange.NotBefore(Instant start) -> messages.text("seat-change.not-before", Days.of(start, now));
            case SeatChange.Never() -> messages.text("seat-change.never");
        };
    }

    /** Such as "only 5 to 50 seats". */
    private String text(SeatLimits limits) {
        if (limits.max().isEmpty()) {
            return messages.text("decision.limits.no-max", limits.min());
        }
        long max = limits.max().get();
        if (limits.min() > max) {
            return messages.text("decision.limits.nothing", limits.min(), max);
        }
        return limits.min() == max
                ? messages.text("decision.limits.one", max)
                : messages.text("decision.limits", limits.min(), max);
    }

    private String threshold(String key, Said said) {
        if (said.percent() == 0) {
            return messages.text("decision.threshold-zero");
        }
        BigInteger change = BigInteger.valueOf(said.wanted()).subtract(BigInteger.valueOf(said.current()));
        String sign = change.signum() > 0 ? "+" : "−";
        return messages.text(
                key, sign + Figures.count(change.abs()), change.abs(), percent(change.abs(), said.current()), said.percent());
    }

    /** Rounded up, so that what is above a whole percentage never reads as that percentage. */
    private static BigDecimal percent(BigInteger change, long of) {
        return new BigDecimal(change.multiply(BigInteger.valueOf(100)))
                .divide(BigDecimal.valueOf(of), 1, RoundingMode.UP)
                .stripTrailingZeros();
    }

    /** The arguments of a decision by their names, as {@link Decision} lists them. */
    private record Said(long current, long wanted, SeatLimits limits, String vendor, int percent) {

        static Said by(Decision decision) {
            Object max = decision.arguments().get(3);
            return new Said(
                    (Long) decision.arguments().get(0),
                    (Long) decision.arguments().get(1),
                    new SeatLimits(
                            (Long) decision.arguments().get(2),
                            max instanceof Long most ? Optional.of(most) : Optional.empty()),
                    (String) decision.arguments().get(4),
                    (Integer) decision.arguments().get(5));
        }
    }
}
