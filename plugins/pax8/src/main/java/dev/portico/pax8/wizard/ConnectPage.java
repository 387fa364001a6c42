package dev.portico.pax8.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.portico.api.host.Messages;
import dev.portico.api.screen.WizardStep.Page;
import dev.portico.api.screen.WizardStep.WizardContext;
import dev.portico.pax8.connection.ConnectionMethod;
import dev.portico.pax8.connection.ConnectionStatus;
import dev.portico.pax8.connection.ConnectionStatus.AccountUnconfirmed;
import dev.portico.pax8.connection.ConnectionStatus.Connected;
import dev.portico.pax8.connection.ConnectionStatus.NotConnected;
import dev.portico.pax8.connection.ConnectionStatus.ReconnectNeeded;
import dev.portico.pax8.connection.ConnectionTest;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.look.Pieces;
import dev.portico.pax8.texts.RelativeTimes;
import java.util.Optional;
import java.util.Set;

/** One visit to step 1. */
final class ConnectPage implements Page {

    private static final Set<String> KNOWN_PROBLEMS =
            Set.of("denied", "state", "code", "unreachable", "refused", "unknown");

    private final Pax8Connection connection;
    private final ConnectionLine line;
    private final Messages messages;
    private final RelativeTimes times;
    private final WizardContext context;
    private final Div content = new Div();
    private Optional<String> problem;

    ConnectPage(
            Pax8Connection connection,
            ConnectionLine line,
            Messages messages,
            RelativeTimes times,
            WizardContext context) {
        this.connection = connection;
        this.line = line;
        this.messages = messages;
        this.times = times;
        this.context = context;
        problem = context.parameter("problem").map(name -> KNOWN_PROBLEMS.contains(name) ? name : "unknown");
        content.addClassName("portico-step");
        draw();
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public Optional<String> obstacle() {
        return connection.status() instanceof Connected
                ? Optional.empty()
                : Optional.of(messages.text("connect.obstacle"));
    }

    private void draw() {
        context.subtitle(line.text());
        content.removeAll();
        problem.ifPresent(name -> content.add(failure(name)));
        ConnectionStatus status = connection.status();
        switch (status) {
            case Connected connected -> content.add(confirmation(connected));
            case AccountUnconfirmed other -> content.add(otherAccount(other));
            case ReconnectNeeded needed -> {
                content.add(Pieces.problem(messages.text(
                        "connect.reconnect", needed.reason(), times.of(needed.since()))));
                content.add(invitation(), credentials());
            }
            case NotConnected none -> content.add(invitation(), credentials());
        }
    }

    private void changed() {
        problem = Optional.empty();
        context.rememberParameter("problem", Optional.empty());
        draw();
        context.changed();
    }

    private Component failure(String name) {
        UnorderedList hints = new UnorderedList(
                new ListItem(messages.text("connect.hint.admin")),
                new ListItem(messages.text("connect.hint.api")),
                new ListItem(messages.text("connect.hint.again")));
        Div box = new Div(
                Pieces.problem(messages.text("connect.problem." + name)),
                new Paragraph(messages.text("connect.hints")),
                hints);
        box.addClassName("portico-step-failure");
        return box;
    }

    private Component invitation() {
        Div box = new Div(
                new H2(messages.text("connect.title")),
                new Paragraph(messages.text("connect.text")),
                new Paragraph(messages.text("connect.safe")));
        box.addClassName("portico-panel");
        if (context.connectAddress().isPresent()) {
            box.add(connectButton("connect.verb", ButtonVariant.PRIMARY));
        } else {
            box.add(Pieces.muted(messages.text("connect.no-client")));
        }
        return box;
    }

    private Component credentials() {
        CredentialsForm form = new CredentialsForm(connection, messages, this::changed);
        Details details = new Details(messages.text("credentials.title"), form.content());
        details.setOpened(context.connectAddress().isEmpty());
        return details;
    }

    private Component confirmation(Connected connected) {
        String account = connected.account().isEmpty()
                ? messages.text("connect.done.title")
                : messages.text("connect.done.account", connected.account());
        Span since = new Span(messages.text("connect.done.by", times.of(connected.since()), connected.by()));
        since.setTitle(times.exact(connected.since()));
        Div facts = new Div(since);
        facts.addClassName("portico-facts");
        facts.add(new Span(messages.text(
                connected.method() == ConnectionMethod.OAUTH ? "connect.done.oauth" : "connect.done.credentials")));
        line.validUntil(connected)
                .ifPresent(until -> facts.add(new Span(messages.text("connect.done.until", until))));
        Div box = new Div(
                Pieces.badge(messages.text("connect.done.badge"), BadgeVariant.SUCCESS),
                new H2(account),
                facts,
                new Paragraph(messages.text("connect.done.text")),
                Pieces.row("portico-buttons", test(), reconnect(connected), disconnect()));
        box.addClassName("portico-panel");
        if (connected.expiresSoon()) {
            box.addComponentAtIndex(3, Pieces.badge(messages.text("connect.done.soon"), BadgeVariant.WARNING));
        }
        return box;
    }

    private Component otherAccount(AccountUnconfirmed other) {
        String nameless = messages.text("connect.other.nameless");
        Button accept = new Button(messages.text("connect.other.accept"), click -> context.confirm(
                messages.text("connect.other.accept"),
                messages.text("connect.other.sure"),
                messages.text("connect.other.accept"),
                () -> {
                    connection.confirmAccount();
                    changed();
                }));
        Div box = new Div(
                Pieces.badge(messages.text("connect.other.badge"), BadgeVariant.WARNING),
                new H2(messages.text("connect.other.title")),
                new Paragraph(messages.text(
                        "connect.other.text",
                        other.known().isEmpty() ? nameless : other.known(),
                        other.found().isEmpty() ? nameless : other.found())),
                Pieces.row("portico-buttons", accept, disconnect()));
        box.addClassName("portico-panel");
        context.connectAddress()
                .ifPresent(address -> box.add(connectButton("connect.other.back", ButtonVariant.TERTIARY)));
        return box;
    }

    private Button test() {
        return new Button(messages.text("connect.test"), click -> {
            ConnectionTest result = connection.test();
            if (result.works()) {
                context.notify(result.message());
            } else {
                context.notifyProblem(result.message());
            }
            changed();
        });
    }

    /** A new approval; with credentials in use, the choice between both ways. */
    private Component reconnect(Connected connected) {
        if (connected.method() == ConnectionMethod.OAUTH && context.connectAddress().isPresent()) {
            return connectButton("connect.again", ButtonVariant.TERTIARY);
        }
        Div ways = new Div(credentials());
        context.connectAddress()
                .ifPresent(address -> ways.addComponentAsFirst(connectButton("connect.verb", ButtonVariant.TERTIARY)));
        return ways;
    }

    private Button connectButton(String key, ButtonVariant variant) {
        Button button = new Button(
                messages.text(key),
                VaadinIcon.EXTERNAL_LINK.create(),
                click -> context.connectAddress().ifPresent(context::leaveTo));
        button.addThemeVariants(variant);
        return button;
    }

    private Button disconnect() {
        Button button = new Button(messages.text("connect.disconnect"), click -> context.confirm(
                messages.text("connect.disconnect.title"),
                messages.text("connect.disconnect.text"),
                messages.text("connect.disconnect"),
                () -> {
                    connection.disconnect();
                    context.notify(messages.text("connect.disconnected"));
                    changed();
                }));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        return button;
    }
}
