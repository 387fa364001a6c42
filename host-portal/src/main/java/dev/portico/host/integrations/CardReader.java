package dev.portico.host.integrations;

import dev.portico.api.IntegrationRemoval.RemovalCount;
import dev.portico.api.PluginProfile;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.screen.IntegrationCard;
import dev.portico.api.screen.IntegrationCard.CardStatus;
import dev.portico.api.screen.IntegrationCard.ConnectionState;
import dev.portico.api.screen.IntegrationCard.Link;
import dev.portico.host.integrations.IntegrationService.Card;
import dev.portico.host.integrations.IntegrationService.CardAction;
import dev.portico.host.plugins.PluginCallFailed;
import dev.portico.host.plugins.PluginFailure;
import dev.portico.host.plugins.RunningPlugin;
import dev.portico.host.plugins.calls.Trouble;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the card of a plugin into the portal's own objects. What the plugin leaves out makes its card red; what is too
 * long for a card is cut.
 */
@Component
class CardReader {

    private static final Texts TEXTS = Texts.of("integrations");
    private static final int NAME_LENGTH = 60;
    private static final int LINE_LENGTH = 300;
    private static final int PROBLEM_LENGTH = 1000;
    private static final int MOST_ENTRIES = 50;

    private final CurrentUser user;

    CardReader(CurrentUser user) {
        this.user = user;
    }

    /** The card, red if it cannot be read. */
    Card read(RunningPlugin plugin) {
        try {
            Card card = plugin.callApartBriefly("card", () -> copy(plugin));
            return new Card(
                    card.id(),
                    card.profile(),
                    card.category(),
                    card.summary(),
                    withFailure(plugin, card.status()),
                    card.actions().stream()
                            .filter(action -> user.may(action.permission()))
                            .toList());
        } catch (PluginCallFailed e) {
            return red(plugin, e);
        }
    }

    private static Card copy(RunningPlugin plugin) {
        IntegrationCard card = plugin.bean(plugin.declarations().card());
        PluginProfile profile = there(plugin.declarations().profile(), "profile");
        return new Card(
                plugin.id(),
                new PluginProfile(
                        text(profile.name(), NAME_LENGTH, "name"),
                        text(profile.initials(), 3, "initials"),
                        there(profile.categoryKey(), "category"),
                        there(profile.summaryKey(), "summary"),
                        there(profile.documentation(), "documentation")),
                text(plugin.text(profile.categoryKey()), NAME_LENGTH, "category"),
                line(plugin.text(profile.summaryKey()), "summary"),
                copy(there(card.status(), "status")),
                there(card.actions(), "list of actions").stream()
                        .limit(MOST_ENTRIES)
                        .map(CardReader::copy)
                        .toList());
    }

    private static CardStatus copy(CardStatus status) {
        return new CardStatus(
                there(status.state(), "state"),
                line(status.line(), "line"),
                there(status.problem(), "problem").map(it -> text(it, PROBLEM_LENGTH, "problem")),
                there(status.link(), "link").map(it -> new Link(
                        text(it.label(), NAME_LENGTH, "label of the link"), there(it.path(), "path of the link"))));
    }

    private static CardAction copy(IntegrationCard.CardAction action) {
        return new CardAction(
                there(there(action, "action").id(), "id of an action"),
                text(action.label(), NAME_LENGTH, "label of an action"),
                there(action.permission(), "permission of an action"));
    }

    /** The counts of a removal. */
    static List<RemovalCount> counts(List<RemovalCount> counts) {
        return counts.stream()
                .limit(MOST_ENTRIES)
                .map(it -> new RemovalCount(line(there(it, "count").label(), "label of a count"), it.count()))
                .toList();
    }

    /** One line of text of a plugin. */
    static String line(@Nullable String text, String what) {
        return text(text, LINE_LENGTH, what);
    }

    private static String text(@Nullable String text, int length, String what) {
        return Trouble.line(there(text, what), length);
    }

    private static <T> T there(@Nullable T value, String what) {
        return Objects.requireNonNull(value, () -> "The card has no " + what);
    }

    /** A plugin that is fine but failed in a screen or job says so, unless it has a problem of its own to tell. */
    private static CardStatus withFailure(RunningPlugin plugin, CardStatus status) {
        Optional<PluginFailure> failure = plugin.lastFailure();
        if (failure.isEmpty() || status.problem().isPresent() || status.state() != ConnectionState.CONNECTED) {
            return status;
        }
        return new CardStatus(
                status.state(),
                status.line(),
                Optional.of(TEXTS.text("card.failure", failure.get().what(), failure.get().problem())),
                status.link());
    }

    private static Card red(RunningPlugin plugin, PluginCallFailed problem) {
        CardStatus status = new CardStatus(
                ConnectionState.ERROR,
                "",
                Optional.of(TEXTS.text("card.broken", problem.getMessage())),
                Optional.empty());
        return new Card(
                plugin.id(),
                new PluginProfile(plugin.id(), plugin.id().substring(0, 1).toUpperCase(Locale.ROOT), "", "", ""),
                "",
                "",
                status,
                List.of());
    }
}
