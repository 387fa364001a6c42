package dev.portico.host.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A running PostgreSQL of the portal's own; closing it stops the server. */
final class EmbeddedDatabase implements AutoCloseable {

    /** The database of the portal, and the user who owns it and nothing else. */
    static final String NAME = "portal";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String PASSWORD_REFUSED = "28P01";

    private final PortalLock lock;
    private final Server server;
    private final int port;
    private final String superuserPassword;
    private final String password = Cluster.newPassword();

    private EmbeddedDatabase(PortalLock lock, Server server, int port, String superuserPassword) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.superuserPassword = superuserPassword;
    }

    /**
     * Starts the database of a data folder, making it first if there is none.
     *
     * @throws DatabaseStartException if somebody has to act first
     */
    static EmbeddedDatabase start(Path dataFolder, DatabaseSettings settings, Machine machine) {
        DatabaseFolder folder = DatabaseFolder.prepare(dataFolder, settings.firstStartSpace());
        PortalLock lock = PortalLock.acquire(folder);
        try {
            Path binaries = Binaries.unpackInto(settings.binariesFolderOr(dataFolder));
            RunAs runAs = RunAs.on(machine, folder);
            PostgresTools tools = new PostgresTools(binaries, runAs, folder);
            if (!tools.mayEnter(dataFolder)) {
                throw DatabaseStartException.folderClosed(dataFolder, runAs);
            }
            Cluster cluster = new Cluster(folder, tools, runAs);
            cluster.prepare();
            String superuserPassword = cluster.password();
            Server server = new Server(folder, settings, tools, runAs);
            EmbeddedDatabase database = new EmbeddedDatabase(lock, server, server.start(), superuserPassword);
            database.prepare(folder);
            return database;
        } catch (IOException e) {
            lock.close();
            throw DatabaseStartException.notWritable(dataFolder, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Makes the portal's user and database where they are missing; the user gets a new password at each start. */
    private void prepare(DatabaseFolder folder) throws IOException {
        try (Connection connection = superuser().getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            requireOwnServer(jdbc, folder);
            if (isMissing(jdbc, "select count(*) from pg_roles where rolname = ?")) {
                jdbc.sql("create role portal login").update();
            }
            connection.unwrap(PGConnection.class).alterUserPassword(NAME, password.toCharArray(), "scram-sha-256");
            if (isMissing(jdbc, "select count(*) from pg_database where datname = ?")) {
                jdbc.sql("create database portal owner portal").update();
            }
            log.info("PostgreSQL {} runs on 127.0.0.1:{}, data in {}", Binaries.VERSION, port, folder.cluster());
        } catch (SQLException e) {
            server.stop();
            throw PASSWORD_REFUSED.equals(e.getSQLState())
                    ? DatabaseStartException.passwordRefused(folder.password(), e)
                    : DatabaseStartException.failed("connect", e.getMessage(), folder.serverLog(), e);
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    /** why: between our looking for a free port and the start, another server may have taken it. */
    private static void requireOwnServer(JdbcClient jdbc, DatabaseFolder folder) throws IOException {
        String answering = jdbc.sql("show data_directory").query(String.class).single();
        if (!Files.isSameFile(Path.of(answering), folder.cluster())) {
            throw DatabaseStartException.failed(
                    "connect", "Another database answers, with its data in " + answering, folder.serverLog(), null);
        }
    }

    private static boolean isMissing(JdbcClient jdbc, String count) {
        return jdbc.sql(count).param(NAME).query(Integer.class).single() == 0;
    }

    /** Connections of the superuser, to the maintenance database. */
    DataSource superuser() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(urlOf("postgres"));
        dataSource.setUser(Cluster.SUPERUSER);
        dataSource.setPassword(superuserPassword);
        return dataSource;
    }

    String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    int port() {
        return port;
    }

    /** The password of the portal's user, valid until the next start. */
    String password() {
        return password;
    }

    @Override
    public void close() {
        server.stop();
        lock.close();
        log.info("PostgreSQL stopped");
    }
}
