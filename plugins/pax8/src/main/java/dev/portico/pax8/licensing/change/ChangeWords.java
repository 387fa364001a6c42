package dev.portico.pax8.licensing.change;

import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.BillingTerm;
import dev.portico.pax8.licensing.requests.SeatRequest;
import dev.portico.pax8.licensing.requests.SeatRequest.Money;
import dev.portico.pax8.licensing.rules.SeatChange;
import dev.portico.pax8.licensing.words.Reasons;
import dev.portico.pax8.texts.Days;
import dev.portico.pax8.texts.Figures;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says changes of seats in words and figures. */
public final class ChangeWords {

    private static final String MINUS = "\u2212";

    private final Messages messages;
    private final Reasons reasons;
    private final Clock clock;

    ChangeWords(Messages messages, Reasons reasons, Clock clock) {
        this.messages = messages;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** Such as "10 seats". */
    public String seats(long seats) {
        return messages.text("change.seats", seats);
    }

    /** Such as "10 → 15". */
    public String fromTo(long from, long to) {
        return Figures.count(from) + " \u2192 " + Figures.count(to);
    }

    /** Such as "+5" or "−2". */
    public String difference(long from, long to) {
        long difference = to - from;
        return (difference < 0 ? MINUS : "+") + Figures.count(Math.abs(difference));
    }

    /** When Pax8 is expected to accept it; empty if nothing speaks against now. */
    public Optional<String> possibility(SeatChange possibility) {
        return possibility instanceof SeatChange.Now
                ? Optional.empty()
                : Optional.of(reasons.text(possibility, clock.instant()));
    }

    /** What the change costs or saves in a month, as far as it is known here and to this user. */
    public List<String> perMonth(Money money, long from, long to) {
        List<String> lines = new ArrayList<>();
        monthly(money, money.price(), from, to)
                .ifPresent(amount -> lines.add(messages.text("change.money.price", amount)));
        monthly(money, money.cost(), from, to)
                .ifPresent(amount -> lines.add(messages.text("change.money.cost", amount)));
        return lines;
    }

    /** What became of a request just made. */
    public String done(SeatRequest request) {
        String number = Long.toString(request.number());
        return switch (request.state()) {
            case PENDING -> messages.text("change.done.waiting", number);
            case SCHEDULED -> messages.text(
                    "change.done.scheduled", number, request.scheduledFor().map(this::day).orElse(""));
            case BY_HAND -> messages.text("change.done.by-hand", number);
            default -> messages.text("change.done.on-its-way", number);
        };
    }

    /** Such as "Dec 1", in the portal's time zone. */
    public String day(Instant moment) {
        return Days.of(LocalDate.ofInstant(moment, clock.getZone()), LocalDate.now(clock));
    }

    /** The day of a contract, such as the end of a commitment. */
    public String contractDay(Instant moment) {
        return Days.of(moment, clock.instant());
    }

    private Optional<String> monthly(Money money, Optional<BigDecimal> unitPrice, long from, long to) {
        return BillingTerm.of(money.billingTerm())
                .filter(term -> term.months() > 0)
                .flatMap(term -> unitPrice.map(price -> term.monthly(price, to).subtract(term.monthly(price, from))))
                .map(amount -> (amount.signum() < 0 ? MINUS : "+") + Figures.amount(amount.abs(), money.currency()));
    }
}
