package dev.portico.pax8.licensing.settings;

import dev.portico.api.host.AuditTrail;
import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.Messages;
import dev.portico.pax8.licensing.rules.LicensingRules;
import dev.portico.pax8.licensing.settings.SaveResult.Overtaken;
import dev.portico.pax8.licensing.settings.SaveResult.Refused;
import dev.portico.pax8.licensing.settings.SaveResult.Saved;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads and changes the settings; both need {@code manage_licensing}. */
public final class SettingsService {

    /** The highest threshold that can be set, in percent. */
    public static final int HIGHEST_PERCENT = 1000;

    private static final String PERMISSION = "manage_licensing";

    private final SettingsStore store;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Messages messages;
    private final Clock clock;

    SettingsService(SettingsStore store, AuditTrail audit, CurrentUser user, Messages messages, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.user = user;
        this.messages = messages;
        this.clock = clock;
    }

    /** The settings that count now. */
    public LicensingSettings now() {
        user.require(PERMISSION);
        return store.now();
    }

    /**
     * Saves settings as the next version.
     *
     * @param edited with the version they were read as; who and when are those of this call
     */
    public SaveResult save(LicensingSettings edited) {
        user.require(PERMISSION);
        Optional<String> contradiction = contradiction(edited.rules());
        if (contradiction.isPresent()) {
            return new Refused(contradiction.get());
        }
        LicensingSettings before = store.now();
        LicensingSettings next = new LicensingSettings(
                edited.version() + 1,
                edited.rules(),
                edited.newProductsVisible(),
                edited.clientsSeePrices(),
                edited.vendorsByHand(),
                edited.writesStopped(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                user.name());
        if (before.version() != edited.version() || !store.add(next)) {
            return new Overtaken(store.now());
        }
        audit.record(
                "licensing.settings-saved",
                messages.text("settings.audit.subject", next.version()),
                String.join("; ", new SettingsWords(messages).changes(before, next)));
        return new Saved(next);
    }

    /**
     * Stops all writes to Pax8, or allows them again, whatever else was changed meanwhile.
     *
     * @return the settings that count now
     */
    public LicensingSettings stopWrites(boolean stopped) {
        user.require(PERMISSION);
        while (true) {
            LicensingSettings now = store.now();
            if (now.writesStopped() == stopped) {
                return now;
            }
            LicensingSettings wanted = new LicensingSettings(
                    now.version(),
                    now.rules(),
                    now.newProductsVisible(),
                    now.clientsSeePrices(),
                    now.vendorsByHand(),
                    stopped,
                    now.changedAt(),
                    now.changedBy());
            switch (save(wanted)) {
                case Saved(LicensingSettings saved) -> {
                    return saved;
                }
                case Overtaken overtaken -> {} // why: somebody saved in between; the newer settings are read and tried again
                case Refused(String reason) -> throw new IllegalStateException(reason);
            }
        }
    }

    private Optional<String> contradiction(LicensingRules rules) {
        if (rules.autoApprovePercent() < 0 || rules.autoApprovePercent() > HIGHEST_PERCENT) {
            return Optional.of(messages.text("settings.refused.percent", HIGHEST_PERCENT));
        }
        if (rules.minSeats() < 1) {
            return Optional.of(messages.text("settings.refused.min"));
        }
        return rules.maxSeats()
                .filter(max -> max < rules.minSeats())
                .map(max -> messages.text("settings.refused.max", rules.minSeats(), max));
    }
}
