package dev.portico.host.companies;

import dev.portico.api.host.CurrentUser;
import dev.portico.api.host.CurrentUser.CompanyScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads companies. The current user's scope is part of every query that returns any. */
@Component
class CompanyQueries {

    private static final String VISIBLE = "(:everything or id = any(cast(:visible as uuid[])))";

    // why: strpos instead of like, so that % and _ in the text mean themselves
    private static final String MATCHES = """
            (:text = '' or strpos(lower(name), lower(:text)) > 0 or strpos(lower(city), lower(:text)) > 0
             or strpos(lower(website), lower(:text)) > 0)
            """;

    private final JdbcClient jdbc;
    private final CurrentUser user;

    CompanyQueries(JdbcClient jdbc, CurrentUser user) {
        this.jdbc = jdbc;
        this.user = user;
    }

    List<Company> page(CompanyFilter filter, long offset, int limit) {
        return scoped("select * from portal.company where " + VISIBLE + " and " + MATCHES + " order by "
                        + filter.order() + " offset :offset limit :limit")
                .param("text", filter.text())
                .param("offset", offset)
                .param("limit", limit)
                .query(CompanyQueries::row)
                .list();
    }

    int count(String text) {
        return scoped("select count(*) from portal.company where " + VISIBLE + " and " + MATCHES)
                .param("text", text)
                .query(Integer.class)
                .single();
    }

    List<Company> named(String text, long offset, int limit) {
        return scoped("select * from portal.company where " + VISIBLE
                        + " and (:text = '' or strpos(lower(name), lower(:text)) > 0)"
                        + " order by lower(name), id offset :offset limit :limit")
                .param("text", text)
                .param("offset", offset)
                .param("limit", limit)
                .query(CompanyQueries::row)
                .list();
    }

    Optional<Company> find(UUID id) {
        return scoped("select * from portal.company where " + VISIBLE + " and id = :id")
                .param("id", id)
                .query(CompanyQueries::row)
                .optional();
    }

    /** Which of the names exist, as keys; over all companies, because a name is unique among all. */
    Set<String> existing(Collection<String> keys) {
        return Set.copyOf(jdbc.sql("select lower(name) from portal.company where lower(name) = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private StatementSpec scoped(String sql) {
        return switch (user.companies()) {
            case CompanyScope.All all ->
                jdbc.sql(sql).param("everything", true).param("visible", new String[0]);
            case CompanyScope.Only only ->
                jdbc.sql(sql)
                        .param("everything", false)
                        .param("visible", only.ids().stream().map(UUID::toString).toArray(String[]::new));
        };
    }

    private static Company row(ResultSet row, int number) throws SQLException {
        return new Company(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("city"),
                row.getString("country"),
                row.getString("website"),
                row.getInt("version"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
