package dev.portico.host.plugins.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.host.plugins.PluginAdministration;
import dev.portico.host.plugins.PluginOverview;
import dev.portico.host.shell.Notices;
import dev.portico.host.texts.Texts;

/** Removes a plugin, keeping its data or deleting it; deleting shows counts and wants the name typed. */
class RemovePluginDialog extends Dialog {

    private static final Texts TEXTS = Texts.of("plugins");

    private final transient PluginAdministration administration;
    private final transient PluginActions actions;
    private final transient PluginOverview plugin;
    private final String name;
    private final RadioButtonGroup<Boolean> deletes = new RadioButtonGroup<>();
    private final Div consequences = new Div();
    private final TextField typed = new TextField();
    private final Button confirm = new Button();

    RemovePluginDialog(PluginAdministration administration, PluginActions actions, PluginOverview plugin) {
        super(TEXTS.text("remove.title", plugin.brings().name()));
        this.administration = administration;
        this.actions = actions;
        this.plugin = plugin;
        this.name = plugin.brings().name();
        setWidth("min(32rem, 100%)");
        consequences.addClassName("stack");
        consequences.getElement().setAttribute("aria-live", "polite");
        typed.setLabel(TEXTS.text("remove.type", name));
        typed.setWidthFull();
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.addValueChangeListener(change -> showConfirm());
        configureChoice();
        Paragraph difference = new Paragraph(TEXTS.text("remove.difference"));
        difference.addClassName("muted");
        Div content = new Div(new Paragraph(TEXTS.text("remove.text", name)), deletes, consequences, typed, difference);
        content.addClassName("stack");
        add(content);
        confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        confirm.addClickListener(click -> remove());
        getFooter().add(new Button(TEXTS.text("cancel"), click -> close()), confirm);
        showConsequences();
    }

    private void configureChoice() {
        deletes.setLabel(TEXTS.text("remove.data", name));
        deletes.setItems(false, true);
        deletes.setItemLabelGenerator(it -> TEXTS.text(it ? "remove.delete" : "remove.keep"));
        deletes.setValue(false);
        deletes.addValueChangeListener(change -> showConsequences());
    }

    private boolean withData() {
        return Boolean.TRUE.equals(deletes.getValue());
    }

    private void showConsequences() {
        consequences.removeAll();
        if (withData()) {
            consequences.add(
                    new Paragraph(TEXTS.text("remove.delete.text")), DataWords.list(administration.data(plugin.id())));
        } else {
            consequences.add(new Paragraph(TEXTS.text("remove.keep.text", name)));
        }
        typed.setVisible(withData());
        typed.clear();
        confirm.setText(TEXTS.text(withData() ? "remove.verb.data" : "remove.verb", name));
        showConfirm();
    }

    private void showConfirm() {
        confirm.setEnabled(!withData() || typed.getValue().strip().equalsIgnoreCase(name));
    }

    private void remove() {
        boolean withData = withData();
        close();
        if (actions.attempt(() -> administration.remove(plugin.id(), withData))) {
            Notices.done(TEXTS.text(withData ? "done.removing.data" : "done.removing", name));
        }
    }
}
