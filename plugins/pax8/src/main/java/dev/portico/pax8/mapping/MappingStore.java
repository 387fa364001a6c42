package dev.portico.pax8.mapping;

import dev.portico.api.host.CurrentUser.CompanyScope;
import dev.portico.pax8.mapping.MappingRow.PortalChoice;
import dev.portico.pax8.mapping.match.MatchCandidate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The mappings in the database. */
final class MappingStore {

    /** Companies that Pax8 deleted stay listed only while they are mapped. */
    private static final String LISTED = """
            from company c
            left join company_mapping m on m.pax8_company_id = c.id
            left join portal.company_directory d on d.id = m.portal_company_id
                and (:everyCompany or d.id = any (cast(:scope as uuid[])))
            where (c.status <> 'Deleted' or m.portal_company_id is not null)
              and (:text = '' or strpos(lower(c.name), :text) > 0 or strpos(lower(c.city), :text) > 0
                   or strpos(lower(d.name), :text) > 0)
            """;

    private final JdbcClient database;

    MappingStore(JdbcClient database) {
        this.database = database;
    }

    MappingCounts counts(String text, CompanyScope scope) {
        return listed("select count(*) as everything, count(m.portal_company_id) as mapped " + LISTED, text, scope)
                .query((row, number) -> new MappingCounts(row.getLong("everything"), row.getLong("mapped")))
                .single();
    }

    List<MappingRow> page(MappingQuery query, CompanyScope scope, int offset, int limit) {
        String filter =
                switch (query.filter()) {
                    case ALL -> "";
                    case MAPPED -> "and m.portal_company_id is not null\n";
                    case UNMAPPED -> "and m.portal_company_id is null\n";
                };
        return listed(
                        """
                        select c.id, c.name, c.city, c.status, m.portal_company_id, coalesce(d.name, '') as portal_name,
                               (select coalesce(sum(s.quantity), 0) from subscription s
                                where s.company_id = c.id and s.status = 'Active') as seats
                        """
                                + LISTED + filter
                                + "order by " + query.sort().sql(query.ascending())
                                + " limit :limit offset :offset",
                        query.text(), scope)
                .param("limit", limit)
                .param("offset", offset)
                .query(MappingStore::row)
                .list();
    }

    List<MatchCandidate> unmappedPax8Companies() {
        return database.sql("""
                        select c.id, c.name, c.city, c.country, c.website
                        from company c
                        where c.status <> 'Deleted'
                          and not exists (select 1 from company_mapping m where m.pax8_company_id = c.id)
                        order by lower(c.name), c.id
                        """)
                .query(MappingStore::candidate)
                .list();
    }

    List<MatchCandidate> unmappedPortalCompanies(CompanyScope scope) {
        return scoped(
                        """
                        select d.id, d.name, coalesce(d.city, '') as city, coalesce(d.country, '') as country,
                               coalesce(d.website, '') as website
                        from portal.company_directory d
                        where (:everyCompany or d.id = any (cast(:scope as uuid[])))
                          and not exists (select 1 from company_mapping m where m.portal_company_id = d.id)
                        order by lower(d.name), d.id
                        """,
                        scope)
                .query(MappingStore::candidate)
                .list();
    }

    /** Names of the portal's companies among the given that the user may see. */
    Map<UUID, String> portalNames(Collection<UUID> ids, CompanyScope scope) {
        return scoped(
                        """
                        select d.id, d.name from portal.company_directory d
                        where d.id = any (cast(:ids as uuid[]))
                          and (:everyCompany or d.id = any (cast(:scope as uuid[])))
                        """,
                        scope)
                .param("ids", array(ids))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Names of the Pax8 companies among the given. */
    Map<UUID, String> pax8Names(Collection<UUID> ids) {
        return database.sql("select id, name from company where id = any (cast(:ids as uuid[]))")
                .param("ids", array(ids))
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Mappings that have one of the given Pax8 companies on their left or one of the given companies on their right. */
    List<Mapping> touching(Collection<UUID> pax8Ids, Collection<UUID> portalIds) {
        return database.sql("""
                        select m.pax8_company_id, m.portal_company_id, c.name
                        from company_mapping m join company c on c.id = m.pax8_company_id
                        where m.pax8_company_id = any (cast(:pax8 as uuid[]))
                           or m.portal_company_id = any (cast(:portal as uuid[]))
                        """)
                .param("pax8", array(pax8Ids))
                .param("portal", array(portalIds))
                .query((row, number) -> new Mapping(
                        row.getObject("pax8_company_id", UUID.class),
                        row.getObject("portal_company_id", UUID.class),
                        row.getString("name")))
                .list();
    }

    void delete(Collection<UUID> pax8Ids) {
        database.sql("delete from company_mapping where pax8_company_id = any (cast(:ids as uuid[]))")
                .param("ids", array(pax8Ids))
                .update();
    }

    void insert(Map<UUID, UUID> mappings, Instant now, String user) {
        List<Map.Entry<UUID, UUID>> ordered = List.copyOf(mappings.entrySet());
        database.sql("""
                        insert into company_mapping (pax8_company_id, portal_company_id, mapped_at, mapped_by)
                        select pax8, portal, :now, :user
                        from unnest(cast(:pax8 as uuid[]), cast(:portal as uuid[])) as pair (pax8, portal)
                        """)
                .param("pax8", array(ordered.stream().map(Map.Entry::getKey).toList()))
                .param("portal", array(ordered.stream().map(Map.Entry::getValue).toList()))
                .param("now", Timestamp.from(now))
                .param("user", user)
                .update();
    }

    UnmapImpact impact(Collection<UUID> pax8Ids) {
        return database.sql("""
                        select count(distinct m.pax8_company_id) as companies, count(s.id) as subscriptions,
                               coalesce(sum(s.quantity) filter (where s.status = 'Active'), 0) as seats
                        from company_mapping m left join subscription s on s.company_id = m.pax8_company_id
                        where m.pax8_company_id = any (cast(:ids as uuid[]))
                        """)
                .param("ids", array(pax8Ids))
                .query((row, number) -> new UnmapImpact(
                        row.getLong("companies"), row.getLong("subscriptions"), row.getLong("seats")))
                .single();
    }

    /** When a mapping was saved last; empty if there is none. */
    Optional<Instant> lastMappedAt() {
        return database.sql("select max(mapped_at) as last from company_mapping")
                .query((row, number) -> Optional.ofNullable(row.getTimestamp("last")).map(Timestamp::toInstant))
                .single();
    }

    private StatementSpec listed(String sql, String text, CompanyScope scope) {
        return scoped(sql, scope).param("text", text.strip().toLowerCase(Locale.ROOT));
    }

    private StatementSpec scoped(String sql, CompanyScope scope) {
        return switch (scope) {
            case CompanyScope.All() -> database.sql(sql).param("everyCompany", true).param("scope", "{}");
            case CompanyScope.Only only ->
                database.sql(sql).param("everyCompany", false).param("scope", array(only.ids()));
        };
    }

    private static MappingRow row(ResultSet row, int number) throws SQLException {
        UUID portalId = row.getObject("portal_company_id", UUID.class);
        String portalName = row.getString("portal_name");
        return new MappingRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("city"),
                row.getString("status"),
                row.getLong("seats"),
                portalId == null ? Optional.empty() : Optional.of(new PortalChoice(portalId, portalName)));
    }

    private static MatchCandidate candidate(ResultSet row, int number) throws SQLException {
        return new MatchCandidate(
                row.getObject("id", UUID.class),
                text(row.getString("name")),
                text(row.getString("city")),
                text(row.getString("country")),
                text(row.getString("website")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** A stored mapping and the Pax8 company's name. */
    record Mapping(UUID pax8Id, UUID portalId, String pax8Name) {}
}
