package dev.portico.host.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What this machine offers for running PostgreSQL, which refuses to run as root.
 *
 * @param uid of the user who runs the portal; 0 is root
 * @param unshare whether a user name space can be made, in which root is an ordinary user
 * @param setpriv whether a command can be run as another user
 */
record Machine(int uid, boolean unshare, boolean setpriv) {

    /** @throws DatabaseStartException if it is no Linux, the only system for which PostgreSQL is packed */
    static Machine current() {
        String system = System.getProperty("os.name");
        if (!system.equals(Binaries.SYSTEM)) {
            throw DatabaseStartException.noBinaries(system, System.getProperty("os.arch"));
        }
        int uid = uidOfThisProcess();
        return uid == 0
                ? new Machine(0, succeeds("unshare", "-U", "true"), succeeds("setpriv", "--version"))
                : new Machine(uid, false, false);
    }

    private static int uidOfThisProcess() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException e) {
            throw DatabaseStartException.notWritable(Path.of("/proc/self"), e);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
