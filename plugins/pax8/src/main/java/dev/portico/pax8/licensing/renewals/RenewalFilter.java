package dev.portico.pax8.licensing.renewals;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Which renewals to show, of those within the next {@link Renewals#DAYS} days.
 *
 * @param text part of product, vendor or company name, without regard to case; empty matches all
 * @param company of the portal
 * @param day only those of this day
 */
record RenewalFilter(
        String text, Show show, Optional<String> vendor, Optional<UUID> company, Optional<LocalDate> day) {

    RenewalFilter show(Show other) {
        return new RenewalFilter(text, other, vendor, company, day);
    }

    RenewalFilter anyDay() {
        return new RenewalFilter(text, show, vendor, company, Optional.empty());
    }

    /** Which of them, by how far the decision is. */
    enum Show {
        /** The client was not asked, or has not answered, and the product is not muted. */
        OPEN("u.product_id is null and coalesce(a.answer, 'ASKED') = 'ASKED'"),
        ANSWERED("a.answer <> 'ASKED'"),
        MUTED("u.product_id is not null"),
        ALL("true");

        private final String condition;

        Show(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Show> of(String key) {
            for (Show show : values()) {
                if (show.key().equals(key)) {
                    return Optional.of(show);
                }
            }
            return Optional.empty();
        }
    }

    /** Order of the list. */
    enum Sort {
        DAY("r.day"),
        PRODUCT("s.listing_key"),
        COMPANY("lower(d.name)"),
        SEATS("s.quantity"),
        STAKE("stake"),
        ANSWER("a.answer");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String sql(boolean ascending) {
            return column + (ascending ? " asc" : " desc") + " nulls last, r.day, s.listing_key, s.id";
        }
    }
}
