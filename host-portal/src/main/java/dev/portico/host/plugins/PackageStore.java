package dev.portico.host.plugins;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The packages of installed plugins: the code that runs, the one before it, and the one that is to be tried. */
@Component
class PackageStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PackageStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A package without its bytes.
     *
     * @param signer empty if it is unsigned
     */
    record Stored(
            String id, String sha256, String version, Optional<String> signer, Brings brings, Instant uploadedAt,
            String uploadedBy) {}

    /** Keeps a package; one with the same bytes is kept once. */
    void save(PluginCode code, byte[] jar, @Nullable String signer, Brings brings, String by) {
        jdbc.sql("""
                        insert into portal.plugin_package
                            (plugin_id, sha256, version, jar, signer, brings, uploaded_at, uploaded_by)
                        values (:id, :sha256, :version, :jar, :signer, :brings::jsonb, :now, :by)
                        on conflict (plugin_id, sha256) do update
                        set signer = excluded.signer, brings = excluded.brings
                        """)
                .param("id", code.id())
                .param("sha256", code.sha256())
                .param("version", code.version())
                .param("jar", jar)
                .param("signer", signer)
                .param("brings", json.writeValueAsString(brings))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    byte[] jar(PluginCode code) {
        return jdbc.sql("select jar from portal.plugin_package where plugin_id = :id and sha256 = :sha256")
                .param("id", code.id())
                .param("sha256", code.sha256())
                .query(byte[].class)
                .single();
    }

    List<Stored> ofPlugin(String id) {
        return jdbc.sql("""
                        select plugin_id, sha256, version, signer, brings, uploaded_at, uploaded_by
                        from portal.plugin_package where plugin_id = :id order by uploaded_at desc
                        """)
                .param("id", id)
                .query(this::read)
                .list();
    }

    List<Stored> all() {
        return jdbc.sql("""
                        select plugin_id, sha256, version, signer, brings, uploaded_at, uploaded_by
                        from portal.plugin_package order by plugin_id, uploaded_at desc
                        """)
                .query(this::read)
                .list();
    }

    /**
     * Deletes the packages of a plugin that are neither installed, nor the previous one, nor to be tried. They were
     * left behind on purpose, and the setting that installs jars at start does not bring them back.
     */
    void prune(String id) {
        jdbc.sql("""
                        with pruned as (
                            delete from portal.plugin_package package using portal.plugin
                            where plugin.id = :id and package.plugin_id = :id and package.sha256 <> plugin.sha256
                              and package.sha256 is distinct from plugin.previous_sha256
                              and package.sha256 is distinct from plugin.candidate_sha256
                            returning package.plugin_id, package.sha256)
                        insert into portal.plugin_dismissed (plugin_id, sha256, dismissed_at)
                        select plugin_id, sha256, :now from pruned
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private Stored read(ResultSet row, int number) throws SQLException {
        String brings = row.getString("brings");
        String id = row.getString("plugin_id");
        return new Stored(
                id,
                row.getString("sha256"),
                row.getString("version"),
                Optional.ofNullable(row.getString("signer")),
                brings.equals("{}") ? Brings.unknown(id) : json.readValue(brings, Brings.class),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("uploaded_by"));
    }
}
