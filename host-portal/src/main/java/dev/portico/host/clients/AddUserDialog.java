package dev.portico.host.clients;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.host.security.people.ClientUsers;
import dev.portico.host.security.people.ClientUsers.Added;
import dev.portico.host.security.people.ClientUsers.Role;
import dev.portico.host.security.people.Invitations;
import dev.portico.host.texts.Texts;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Adds a user to a company. */
class AddUserDialog extends Dialog {

    private static final Texts TEXTS = Texts.of("clients");

    private final transient ClientUsers users;
    private final transient Consumer<Invited> onAdded;
    private final UUID company;
    private final TextField name = new TextField(TEXTS.text("name"));
    private final EmailField email = new EmailField(TEXTS.text("email"));
    private final Select<Role> role = new Select<>();

    /** Somebody who was added. */
    record Invited(String name, String email, Invitations.Link link) {}

    /**
     * Makes it, not yet open.
     *
     * @param onAdded receives who was added
     */
    AddUserDialog(ClientUsers users, UUID company, Consumer<Invited> onAdded) {
        this.users = users;
        this.company = company;
        this.onAdded = onAdded;
        setHeaderTitle(TEXTS.text("add.title"));
        setWidth("min(28rem, 100%)");
        configureRole();
        name.setRequiredIndicatorVisible(true);
        email.setRequiredIndicatorVisible(true);
        Div fields = new Div(name, email, role);
        fields.addClassName("detail-fields");
        add(fields);
        Button save = new Button(TEXTS.text("add.verb"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(this);
        getFooter().add(new Button(TEXTS.text("cancel"), click -> close()), save);
        addOpenedChangeListener(change -> name.focus());
    }

    private void configureRole() {
        List<Role> roles = users.roles();
        role.setLabel(TEXTS.text("role"));
        role.setItemLabelGenerator(Role::name);
        role.setItems(roles);
        role.setRequiredIndicatorVisible(true);
        role.setHelperText(TEXTS.text(roles.isEmpty() ? "role.none" : "role.help"));
        if (roles.size() == 1) {
            role.setValue(roles.getFirst());
        }
    }

    private void save() {
        Stream.<HasValidationProperties>of(name, email, role).forEach(field -> field.setInvalid(false));
        if (role.getValue() == null) {
            mark(role, "role.missing");
            return;
        }
        switch (users.add(company, name.getValue(), email.getValue(), role.getValue().id())) {
            case Added.Done done -> {
                close();
                onAdded.accept(new Invited(
                        name.getValue().strip(), email.getValue().strip(), done.link()));
            }
            case Added.EmailTaken taken -> mark(email, "email.taken");
            case Added.EmailWrong wrong -> mark(email, "email.wrong");
            case Added.NameWrong wrong -> mark(name, "name.wrong");
        }
    }

    private static void mark(HasValidationProperties field, String key) {
        field.setErrorMessage(TEXTS.text(key));
        field.setInvalid(true);
    }
}
