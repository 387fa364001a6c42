package dev.portico.host.plugins;

import dev.portico.host.plugins.Offered.Installed;
import dev.portico.host.plugins.packages.PackageCheck;
import dev.portico.host.plugins.packages.PackageRefused;
import dev.portico.host.plugins.packages.PluginPackage;
import dev.portico.host.plugins.packages.SignatureState.Signed;
import java.util.List;
import java.util.Optional;
import org.pf4j.DefaultVersionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes packages in: checked, looked at, and then installed or offered as the next version. */
@Component
class Packages {

    private final PackageCheck check;
    private final Staging staging;
    private final PackageStore packages;
    private final PluginStore store;
    private final PluginRemoval removal;
    private final PluginHistory history;

    Packages(
            PackageCheck check,
            Staging staging,
            PackageStore packages,
            PluginStore store,
            PluginRemoval removal,
            PluginHistory history) {
        this.check = check;
        this.staging = staging;
        this.packages = packages;
        this.store = store;
        this.removal = removal;
        this.history = history;
    }

    /**
     * Checks a package and reads what it would bring; nothing is stored.
     *
     * @throws PackageRefused with every finding, if it cannot be installed
     */
    Offered look(byte[] jar) {
        PluginPackage read = check.check(jar);
        PluginCode code = new PluginCode(read.id(), read.version(), read.sha256());
        Optional<InstalledPlugin> installed = store.find(code.id());
        Brings brings = staging.look(code, jar);
        Optional<Brings> before = installed.map(it -> brings(it.code()));
        return new Offered(
                code.id(),
                code.version(),
                code.sha256(),
                read.signature() instanceof Signed signed ? Optional.of(signed.signer()) : Optional.empty(),
                brings,
                installed.map(it -> new Installed(
                        it.version(), it.sha256().equals(code.sha256()), before.orElseThrow())),
                installed.filter(it -> older(code.version(), it.version())).isPresent(),
                newMigrations(brings, before),
                removal.keptGrants(code.id()).isPresent(),
                jar);
    }

    private Brings brings(PluginCode code) {
        return packages.ofPlugin(code.id()).stream()
                .filter(it -> it.sha256().equals(code.sha256()))
                .findFirst()
                .orElseThrow()
                .brings();
    }

    private static boolean older(String version, String than) {
        return new DefaultVersionManager().compareVersions(version, than) < 0;
    }

    private static List<String> newMigrations(Brings brings, Optional<Brings> before) {
        List<String> known = before.map(Brings::migrations).orElse(List.of());
        return brings.migrations().stream().filter(it -> !known.contains(it)).toList();
    }

    /**
     * Installs a package, or offers it as the next version of the plugin that is there.
     *
     * @param by sign-in name of who wants it, empty for the portal itself
     * @throws PluginBusy if another version of the plugin is being tried at this moment, or the plugin is being removed
     */
    @Transactional
    void take(Offered offered, String by) {
        PluginCode code = new PluginCode(offered.id(), offered.version(), offered.sha256());
        Optional<InstalledPlugin> installed = store.find(code.id());
        if (installed.isPresent() && installed.get().sha256().equals(code.sha256())) {
            return;
        }
        packages.save(code, offered.jar(), offered.signer().orElse(null), offered.brings(), by);
        if (installed.isEmpty()) {
            store.install(code.id(), code.sha256());
            history.decided(code.id(), "installed", code.version(), "", by);
        } else {
            offer(installed.get(), code, by);
        }
        packages.prune(code.id());
    }

    /** Offers another version that is stored already. */
    @Transactional
    void offer(InstalledPlugin installed, PluginCode next, String by) {
        if (!store.offer(installed.id(), next.sha256(), by)) {
            throw new PluginBusy(installed.id());
        }
        history.decided(installed.id(), "upgrade-asked", next.version(), installed.version(), by);
    }

    /** The code to which a plugin can go back. */
    Optional<PluginCode> previous(InstalledPlugin plugin) {
        return plugin.previous().flatMap(sha256 -> packages.ofPlugin(plugin.id()).stream()
                .filter(it -> it.sha256().equals(sha256))
                .map(it -> new PluginCode(it.id(), it.version(), it.sha256()))
                .findFirst());
    }
}
