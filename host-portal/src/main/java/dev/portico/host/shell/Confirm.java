package dev.portico.host.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.host.texts.Texts;

/** Questions before something that cannot be undone. */
public final class Confirm {

    private static final Texts TEXTS = Texts.of("shell");

    private static final String WIDTH = "min(28rem, 100%)";

    private Confirm() {}

    /**
     * Asks once.
     *
     * @param title the act, such as "Unmap 3 companies"
     * @param text what exactly goes, with counts
     * @param verb label of the button that does it, repeating the act
     * @return the open question
     */
    public static ConfirmDialog ask(String title, String text, String verb, Runnable act) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setWidth(WIDTH);
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setCancelable(true);
        dialog.setCancelText(TEXTS.text("cancel"));
        dialog.setConfirmText(verb);
        dialog.setConfirmButtonTheme("primary error");
        dialog.addConfirmListener(confirmed -> act.run());
        dialog.open();
        return dialog;
    }

    /**
     * Asks for the removal of data: the button works only after the name was typed.
     *
     * @param title the act, such as "Remove Pax8"
     * @param content what exactly goes, with counts
     * @param nameToType what has to be typed, regardless of case
     * @param verb label of the button that does it, repeating the act
     * @return the open question
     */
    public static Dialog typing(
            String title, Component content, String nameToType, String verb, Runnable act) {
        Dialog dialog = new Dialog(title);
        dialog.setWidth(WIDTH);
        Button confirm = new Button(verb);
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        confirm.setEnabled(false);
        confirm.addClickListener(click -> {
            dialog.close();
            act.run();
        });
        TextField typed = new TextField(TEXTS.text("confirm.type", nameToType));
        typed.setWidthFull();
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.addValueChangeListener(
                change -> confirm.setEnabled(change.getValue().strip().equalsIgnoreCase(nameToType)));
        dialog.add(content, typed);
        dialog.getFooter().add(new Button(TEXTS.text("cancel"), click -> dialog.close()), confirm);
        dialog.open();
        typed.focus();
        return dialog;
    }
}
