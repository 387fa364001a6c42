package dev.portico.pax8.licensing.settings;

import dev.portico.pax8.licensing.rules.LicensingRules;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Brings together what two people changed at the same time. */
public final class SettingsMerge {

    private final LicensingSettings base;
    private final LicensingSettings mine;
    private final LicensingSettings theirs;

    private SettingsMerge(LicensingSettings base, LicensingSettings mine, LicensingSettings theirs) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
    }

    /**
     * What I changed stays as I want it, the rest is theirs; of lists, what either of us added or took away counts.
     *
     * @param base what both started from
     * @param mine not saved yet
     * @param theirs saved; the result is a change of this version
     */
    public static LicensingSettings of(LicensingSettings base, LicensingSettings mine, LicensingSettings theirs) {
        return new SettingsMerge(base, mine, theirs).merged();
    }

    private LicensingSettings merged() {
        return new LicensingSettings(
                theirs.version(),
                new LicensingRules(
                        one(it -> it.rules().approvalByDefault()),
                        one(it -> it.rules().autoApprovePercent()),
                        all(it -> it.rules().vendorsAlwaysAsk()),
                        one(it -> it.rules().selfServiceAllowed()),
                        one(it -> it.rules().minSeats()),
                        one(it -> it.rules().maxSeats())),
                one(LicensingSettings::newProductsVisible),
                one(LicensingSettings::clientsSeePrices),
                all(LicensingSettings::vendorsByHand),
                one(LicensingSettings::writesStopped),
                theirs.changedAt(),
                theirs.changedBy());
    }

    private <T> T one(Function<LicensingSettings, T> part) {
        T wanted = part.apply(mine);
        return wanted.equals(part.apply(base)) ? part.apply(theirs) : wanted;
    }

    private Set<String> all(Function<LicensingSettings, Set<String>> part) {
        Set<String> merged = new HashSet<>(part.apply(theirs));
        Set<String> before = part.apply(base);
        Set<String> wanted = part.apply(mine);
        before.stream().filter(it -> !wanted.contains(it)).forEach(merged::remove);
        wanted.stream().filter(it -> !before.contains(it)).forEach(merged::add);
        return merged;
    }
}
