package dev.portico.pax8.licensing.administration;

import dev.portico.pax8.licensing.settings.LicensingSettings;
import dev.portico.pax8.licensing.settings.SettingsMerge;
import java.util.ArrayList;
import java.util.List;

/** Settings as they are edited on all tabs of the page, not saved yet. */
final class SettingsDraft {

    private final List<SettingsSection> sections = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private LicensingSettings base;
    private boolean filling;

    SettingsDraft(LicensingSettings base) {
        this.base = base;
    }

    void add(SettingsSection section) {
        sections.add(section);
        fill(() -> section.show(base));
    }

    /** Calls back after each edit. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Fields tell here that they were edited. */
    void edited() {
        if (!filling) {
            listeners.forEach(Runnable::run);
        }
    }

    /** What was saved last. */
    LicensingSettings base() {
        return base;
    }

    /** What is to be saved. */
    LicensingSettings settings() {
        LicensingSettings settings = base;
        for (SettingsSection section : sections) {
            settings = section.apply(settings);
        }
        return settings;
    }

    boolean valid() {
        return sections.stream().allMatch(SettingsSection::valid);
    }

    boolean dirty() {
        return !valid() || !settings().equals(base);
    }

    /** Starts again from what was saved; what was edited goes. */
    void start(LicensingSettings saved) {
        base = saved;
        fill(() -> sections.forEach(section -> section.show(saved)));
    }

    /** Somebody else has saved: what was edited here stays and becomes a change of theirs. */
    void rebase(LicensingSettings theirs) {
        LicensingSettings merged = SettingsMerge.of(base, settings(), theirs);
        base = theirs;
        fill(() -> sections.forEach(section -> section.show(merged)));
    }

    private void fill(Runnable fill) {
        filling = true;
        fill.run();
        filling = false;
        edited();
    }
}
