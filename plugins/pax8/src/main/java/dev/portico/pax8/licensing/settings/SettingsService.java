package dev.portico.pax8.licensing.settings;

import dev.portico.api.host.CurrentUser;

/** Reads and changes the settings; every change needs {@code manage_licensing}. */
public final class SettingsService {

    private final SettingsStore store;
    private final CurrentUser user;

    SettingsService(SettingsStore store, CurrentUser user) {
        this.store = store;
        this.user = user;
    }

    /** The settings that count now. */
    public LicensingSettings now() {
        user.require("manage_licensing");
        return store.now();
    }
}
