package dev.portico.pax8.licensing.renewals;

import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.renewals.Renewal.Stake;
import dev.portico.pax8.texts.Days;
import dev.portico.pax8.texts.Figures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Says renewals in words and figures. */
final class RenewalWords {

    private final Messages messages;
    private final Clock clock;

    RenewalWords(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** Such as "Nov 24". */
    String day(LocalDate day) {
        return Days.of(day, today());
    }

    /** Such as "Renews in 12 days". */
    String in(Renewal renewal) {
        return messages.text(
                "renewal.in." + renewal.what().key(), ChronoUnit.DAYS.between(today(), renewal.day()));
    }

    /** Such as "Microsoft 365 renews on Nov 24". */
    String happens(Renewal renewal) {
        return messages.text("renewal.happens." + renewal.what().key(), renewal.product(), day(renewal.day()));
    }

    /** Such as "Reduce to 5 seats". */
    String answer(RenewalAnswer answer, long seats) {
        return messages.text("renewal.answer." + answer.key(), seats);
    }

    String answer(Renewal renewal) {
        return renewal.answer()
                .map(said -> answer(said.answer(), said.seats().orElse(0L)))
                .orElseGet(() -> messages.text("renewal.answer.none"));
    }

    String stake(Stake stake) {
        String text = Figures.amount(stake.amount(), stake.currency());
        return stake.currency().isEmpty() ? messages.text("licensing.no-currency", text) : text;
    }

    /** Such as "12 renewals · 340 seats · $12,300.00 at stake". */
    String totals(RenewalTotals totals) {
        String counted = messages.text("renewal.matches", totals.renewals(), totals.seats());
        List<Stake> stakes = totals.stakes();
        if (stakes.isEmpty()) {
            return counted;
        }
        String amounts = stakes.stream().map(this::stake).collect(Collectors.joining(" + "));
        return totals.withoutStake() == 0
                ? messages.text("renewal.matches.stake", counted, amounts)
                : messages.text("renewal.matches.stake-partly", counted, amounts, totals.withoutStake());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
