package dev.portico.pax8.licensing.settings;

import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.LicensingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says what was changed between two versions of the settings. */
public final class SettingsWords {

    private final Messages messages;

    public SettingsWords(Messages messages) {
        this.messages = messages;
    }

    /** One phrase for each part that differs, such as "auto-approve threshold: 0 % → 20 %". */
    public List<String> changes(LicensingSettings from, LicensingSettings to) {
        List<String> changes = new ArrayList<>();
        LicensingRules old = from.rules();
        LicensingRules now = to.rules();
        add(changes, "approval", yes(old.approvalByDefault()), yes(now.approvalByDefault()));
        add(changes, "threshold", percent(old), percent(now));
        add(changes, "vendors", names(old.vendorsAlwaysAsk()), names(now.vendorsAlwaysAsk()));
        add(changes, "by-hand", names(from.vendorsByHand()), names(to.vendorsByHand()));
        add(changes, "prices", yes(from.clientsSeePrices()), yes(to.clientsSeePrices()));
        add(changes, "writes", yes(from.writesStopped()), yes(to.writesStopped()));
        add(changes, "new-products", yes(from.newProductsVisible()), yes(to.newProductsVisible()));
        add(changes, "self-service", yes(old.selfServiceAllowed()), yes(now.selfServiceAllowed()));
        add(changes, "min", String.valueOf(old.minSeats()), String.valueOf(now.minSeats()));
        add(changes, "max", limit(old.maxSeats()), limit(now.maxSeats()));
        return changes;
    }

    private void add(List<String> changes, String part, String from, String to) {
        if (!from.equals(to)) {
            changes.add(messages.text("settings.change", messages.text("settings.part." + part), from, to));
        }
    }

    private String yes(boolean value) {
        return messages.text(value ? "settings.yes" : "settings.no");
    }

    private static String percent(LicensingRules rules) {
        return rules.autoApprovePercent() + " %";
    }

    private String limit(Optional<Long> seats) {
        return seats.map(String::valueOf).orElseGet(() -> messages.text("settings.no-limit"));
    }

    private String names(Set<String> vendors) {
        return vendors.isEmpty() ? messages.text("settings.none") : String.join(", ", new TreeSet<>(vendors));
    }
}
