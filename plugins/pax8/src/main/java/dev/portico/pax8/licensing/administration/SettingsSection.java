package dev.portico.pax8.licensing.administration;

import dev.portico.pax8.licensing.settings.LicensingSettings;

/** Fields for a part of the settings. */
interface SettingsSection {

    /** Fills the fields. */
    void show(LicensingSettings settings);

    /** The given settings with what the fields say of their part; what cannot be read stays as given. */
    LicensingSettings apply(LicensingSettings settings);

    /** Whether all fields can be read. */
    boolean valid();
}
