package dev.portico.pax8.licensing.renewals;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.api.host.PermissionDenied;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Renewals on which the client of the current user was asked to decide. Reading needs {@code read_licensing}, answering
 * {@code write_licensing}; who is no client's user is refused. Never another company's, never a cost.
 */
public final class RenewalsOfClient {

    private final RenewalRows rows;
    private final JdbcClient jdbc;
    private final RenewalNews news;
    private final RenewalWords words;
    private final CurrentUser user;
    private final Clock clock;

    RenewalsOfClient(
            RenewalRows rows, JdbcClient jdbc, RenewalNews news, RenewalWords words, CurrentUser user, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.news = news;
        this.words = words;
        this.user = user;
        this.clock = clock;
    }

    /** Those that are to come, answered or not, the next first. */
    public List<ClientRenewal> asked() {
        user.require("read_licensing");
        return rows.where(RenewalRows.columns(false), own(), "and a.answer is not null order by r.day, s.listing_key, s.id")
                .query((row, number) -> RenewalRows.renewal(row, false))
                .list()
                .stream()
                .map(this::shown)
                .toList();
    }

    /** Whether the current user may answer. */
    public boolean mayAnswer() {
        return user.client().isPresent() && user.may("write_licensing");
    }

    /** It goes on as it is. */
    public Result keep(UUID subscription, LocalDate day) {
        return answer(subscription, day, RenewalAnswer.KEEP, Optional.empty());
    }

    /** It goes on with fewer seats. */
    public Result reduce(UUID subscription, LocalDate day, long seats) {
        return answer(subscription, day, RenewalAnswer.REDUCE, Optional.of(seats));
    }

    /** It ends. */
    public Result cancel(UUID subscription, LocalDate day) {
        return answer(subscription, day, RenewalAnswer.CANCEL, Optional.empty());
    }

    private Result answer(UUID subscription, LocalDate day, RenewalAnswer answer, Optional<Long> seats) {
        user.require("write_licensing");
        Optional<Renewal> found = rows.where(
                        RenewalRows.columns(false), own(), "and s.id = :id and r.day = :day and a.answer is not null")
                .param("id", subscription)
                .param("day", day)
                .query((row, number) -> RenewalRows.renewal(row, false))
                .optional();
        if (found.isEmpty()) {
            return new Result.Refused(words.text("renewal.gone"));
        }
        long now = found.get().seats();
        if (seats.isPresent() && (seats.get() < 1 || seats.get() >= now)) {
            return new Result.Refused(words.text("renewal.not-fewer", now - 1));
        }
        Instant at = clock.instant();
        jdbc.sql("""
                        update renewal_answer set answer = ?, seats = ?, answered_by = ?, changed_at = ?
                        where subscription_id = ? and renews_on = ?
                        """)
                .params(answer.name(), seats.orElse(null), user.name(), Timestamp.from(at), subscription, day)
                .update();
        news.answered(found.get(), answer, seats.orElse(0L), at);
        return new Result.Saved(words.answer(answer, seats.orElse(0L)));
    }

    private ClientRenewal shown(Renewal renewal) {
        Renewal.Answer answer = renewal.answer().orElseThrow();
        return new ClientRenewal(
                renewal.subscriptionId(),
                renewal.product(),
                words.happens(renewal),
                renewal.seats(),
                renewal.day(),
                answer.answer(),
                answer.seats());
    }

    /** The client's own company, if the user may still see it. */
    private CompanyScope own() {
        UUID company = user.client().orElseThrow(() -> new PermissionDenied("read_licensing"));
        return switch (user.companies()) {
            case CompanyScope.All() -> new CompanyScope.Only(Set.of(company));
            case CompanyScope.Only(var ids) ->
                new CompanyScope.Only(ids.contains(company) ? Set.of(company) : Set.of());
        };
    }

    /** What became of an answer. */
    public sealed interface Result {

        /**
         * It is noted, and the MSP was told.
         *
         * @param text the answer in words
         */
        record Saved(String text) implements Result {}

        /**
         * It is not taken.
         *
         * @param reason translated; says what to do
         */
        record Refused(String reason) implements Result {}
    }
}
