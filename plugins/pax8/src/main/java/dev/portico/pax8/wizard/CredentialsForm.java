package dev.portico.pax8.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.Secret;
import dev.portico.api.host.Messages;
import dev.portico.pax8.connection.ConnectOutcome;
import dev.portico.pax8.connection.Pax8Connection;
import dev.portico.pax8.look.Pieces;

/** Asks for an MSP's own API credentials, which are tried before they are stored. */
final class CredentialsForm {

    private final Pax8Connection connection;
    private final Messages messages;
    private final Runnable connected;
    private final TextField clientId;
    private final PasswordField clientSecret;
    private final Div problem = new Div();
    private final Div content = new Div();

    CredentialsForm(Pax8Connection connection, Messages messages, Runnable connected) {
        this.connection = connection;
        this.messages = messages;
        this.connected = connected;
        clientId = new TextField(messages.text("credentials.id"));
        clientId.setRequired(true);
        clientId.setAutocomplete(Autocomplete.OFF);
        clientSecret = new PasswordField(messages.text("credentials.secret"));
        clientSecret.setRequired(true);
        clientSecret.setAutocomplete(Autocomplete.NEW_PASSWORD);
        Button connect = new Button(messages.text("credentials.verb"), click -> submit());
        connect.setDisableOnClick(true);
        content.add(new Paragraph(messages.text("credentials.text")), clientId, clientSecret, problem, connect);
        content.addClassName("portico-form");
        connect.addClickListener(click -> connect.setEnabled(true));
    }

    Component content() {
        return content;
    }

    private void submit() {
        problem.removeAll();
        clientId.setInvalid(clientId.isEmpty());
        clientSecret.setInvalid(clientSecret.isEmpty());
        if (clientId.isEmpty() || clientSecret.isEmpty()) {
            problem.add(Pieces.problem(messages.text("credentials.missing")));
            return;
        }
        switch (connection.connectWithApiCredentials(
                clientId.getValue().strip(), Secret.of(clientSecret.getValue().strip()))) {
            case ConnectOutcome.Connected done -> connected.run();
            case ConnectOutcome.AccountUnconfirmed other -> connected.run();
            case ConnectOutcome.Refused(String reason) -> problem.add(Pieces.problem(reason));
        }
        clientSecret.clear();
    }
}
