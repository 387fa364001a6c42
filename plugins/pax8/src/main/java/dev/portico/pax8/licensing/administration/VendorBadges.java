package dev.portico.pax8.licensing.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.administration.Vendors.Vendor;
import dev.portico.pax8.look.Pieces;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Vendors as badges that can be pressed. Shows those in use and those that are chosen; a search finds the others. */
final class VendorBadges {

    private static final int MOST_SHOWN = 60;

    private final Messages messages;
    private final List<Vendor> vendors;
    private final Runnable changed;
    private final TextField search;
    private final Div badges = new Div();
    private final Span more = Pieces.muted("");
    private final Div content;
    private final Set<String> chosen = new TreeSet<>();

    /**
     * Makes them.
     *
     * @param name of the part that is set, as in the text keys {@code settings.<name>} and {@code settings.<name>.hint}
     */
    VendorBadges(String name, List<Vendor> vendors, Messages messages, Runnable changed) {
        this.messages = messages;
        this.vendors = vendors;
        this.changed = changed;
        String title = messages.text("settings." + name);
        search = Pieces.search(messages.text("settings.vendor-search"));
        search.setAriaLabel(messages.text("settings.vendor-search.of", title));
        search.addValueChangeListener(change -> redraw());
        badges.addClassName("portico-badges");
        badges.getElement().setAttribute("role", "group");
        badges.getElement().setAttribute("aria-label", title);
        content = new Div(new H3(title), Pieces.muted(messages.text("settings." + name + ".hint")), search, badges, more);
        content.addClassName("portico-setting");
        redraw();
    }

    Component content() {
        return content;
    }

    Set<String> chosen() {
        return Set.copyOf(chosen);
    }

    void choose(Set<String> names) {
        chosen.clear();
        chosen.addAll(names);
        redraw();
    }

    private void redraw() {
        badges.removeAll();
        String text = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<String> fitting = (text.isEmpty()
                        ? Stream.concat(vendors.stream().filter(Vendor::used).map(Vendor::name), chosen.stream())
                        : Stream.concat(vendors.stream().map(Vendor::name), chosen.stream())
                                .filter(name -> name.toLowerCase(Locale.ROOT).contains(text)))
                .distinct()
                .toList();
        Set<String> shown = new LinkedHashSet<>(fitting.subList(0, Math.min(MOST_SHOWN, fitting.size())));
        fitting.stream().filter(chosen::contains).forEach(shown::add);
        shown.forEach(name -> badges.add(badge(name)));
        more.setText(
                text.isEmpty()
                        ? messages.text("settings.vendors.more", chosen.size(), vendors.size())
                        : messages.text("settings.vendors.found", shown.size(), fitting.size()));
    }

    private Button badge(String vendor) {
        Button badge = new Button(vendor);
        badge.addThemeVariants(ButtonVariant.SMALL);
        mark(badge, chosen.contains(vendor));
        badge.addClickListener(click -> {
            boolean choose = !chosen.remove(vendor);
            if (choose) {
                chosen.add(vendor);
            }
            mark(badge, choose); // why: not all are drawn anew, so that the pressed one keeps the focus
            changed.run();
        });
        return badge;
    }

    private static void mark(Button badge, boolean chosen) {
        badge.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        badge.setIcon(chosen ? VaadinIcon.CHECK.create() : null);
        badge.setClassName("portico-badge-chosen", chosen);
    }
}
