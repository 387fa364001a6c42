package dev.portico.host.clients;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.host.security.people.Invitations;
import dev.portico.host.shell.Moments;
import dev.portico.host.shell.Notices;
import dev.portico.host.texts.Texts;

/** Shows a link that can be seen only now. */
class InviteLinkDialog extends Dialog {

    private static final Texts TEXTS = Texts.of("clients");

    private final Paragraph words = new Paragraph();

    InviteLinkDialog(String name, String address, Invitations.Link link, Moments moments) {
        setHeaderTitle(TEXTS.text("link.title", name));
        setWidth("min(36rem, 100%)");
        words.setText(TEXTS.text("link.send"));
        Paragraph rules = new Paragraph(TEXTS.text("link.text", moments.exact(link.expiresAt())));
        TextField field = new TextField(TEXTS.text("link.label"));
        field.setValue(address);
        field.setReadOnly(true);
        field.setAutoselect(true);
        Button copy = new Button(TEXTS.text("link.copy"), new Icon(VaadinIcon.COPY_O));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        Clipboard.onClick(copy)
                .writeText(address, copied -> Notices.done(TEXTS.text("link.copied")), error -> {
                    field.focus();
                    Notices.problem(TEXTS.text("link.not-copied"));
                });
        Div content = new Div(words, rules, field);
        content.addClassName("detail-fields");
        add(content);
        getFooter().add(new Button(TEXTS.text("link.close"), click -> close()), copy);
        // why: closed by accident, the link would be lost
        setCloseOnOutsideClick(false);
    }

    /** Says that the link was also sent by mail, or that this was not possible. */
    void tellMailed(String email, boolean sent) {
        words.setText(TEXTS.text(sent ? "link.mailed" : "link.not-mailed", email));
        if (!sent) {
            words.addClassName("warning");
            words.getElement().setAttribute("role", "alert");
        }
    }
}
