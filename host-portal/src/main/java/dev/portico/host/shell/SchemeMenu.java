package dev.portico.host.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.portico.host.security.people.ColorSchemes;
import dev.portico.host.security.people.ColorSchemes.Choice;
import dev.portico.host.texts.Texts;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Switches between light, dark, and as the computer has it; remembered for the user. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SchemeMenu extends Composite<MenuBar> {

    private static final Texts TEXTS = Texts.of("shell");

    private final transient ColorSchemes schemes;
    private final Map<Choice, MenuItem> items = new EnumMap<>(Choice.class);
    private final MenuItem button;

    SchemeMenu(ColorSchemes schemes) {
        this.schemes = schemes;
        MenuBar bar = getContent();
        bar.getElement().setAttribute("aria-label", TEXTS.text("scheme"));
        button = bar.addItem(new Icon(VaadinIcon.ADJUST));
        button.setAriaLabel(TEXTS.text("scheme"));
        for (Choice choice : Choice.values()) {
            MenuItem item = button.getSubMenu().addItem(TEXTS.text("scheme." + choice.key()), click -> choose(choice));
            item.setCheckable(true);
            items.put(choice, item);
        }
    }

    static ColorScheme.Value valueOf(Choice choice) {
        return switch (choice) {
            case LIGHT -> ColorScheme.Value.LIGHT;
            case DARK -> ColorScheme.Value.DARK;
            case SYSTEM -> ColorScheme.Value.SYSTEM;
        };
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        mark(schemes.chosen());
    }

    private void choose(Choice choice) {
        schemes.choose(choice);
        mark(choice);
        getUI().ifPresent(ui -> ui.getPage().setColorScheme(valueOf(choice)));
    }

    private void mark(Choice chosen) {
        items.forEach((choice, item) -> item.setChecked(choice == chosen));
        button.removeAll();
        button.add(new Icon(
                switch (chosen) {
                    case LIGHT -> VaadinIcon.SUN_O;
                    case DARK -> VaadinIcon.MOON_O;
                    case SYSTEM -> VaadinIcon.ADJUST;
                }));
    }
}
