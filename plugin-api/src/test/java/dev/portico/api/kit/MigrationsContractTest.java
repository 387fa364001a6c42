package dev.portico.api.kit;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins whose migrations may not run as they are. */
class MigrationsContractTest extends ContractUnderTest {

    @ParameterizedTest
    @CsvSource({
        "V3__gap.sql, without a gap",
        "V01__zero.sql, name it V<number>__",
        "v2__lower.sql, name it V<number>__",
        "R__again.sql, name it V<number>__",
        "V1__second.sql, each number once"
    })
    void migrationsWithOtherNamesAreFound(String file, String message) {
        files.put(Migrations.FOLDER + "/" + file, "select 1;");
        refused(contract(new SoundPlugin())::migrationsAreNumberedWithoutGaps, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "create schema other;| name tables without a schema",
        "set search_path = portal;| leave it so",
        "create index concurrently i on thing (id);| leave out CONCURRENTLY",
        "insert into thing values (1); commit;| one transaction",
        "delete from portal.company;| only the view portal.company_directory",
        "alter table thing add company uuid references PORTAL . company_directory;| can only be read",
        "insert into jobs.jobrunr_jobs values (1);| names jobs.jobrunr_jobs"
    })
    void migrationsThatLeaveThePluginsSchemaAreFound(String sql, String message) {
        files.put(Migrations.FOLDER + "/V2__more.sql", sql);
        refused(contract(new SoundPlugin())::migrationsStayInThePluginsOwnSchema, message);
    }

    @Test
    void migrationsMayReadTheCompaniesAndCommentFreely() {
        files.put(Migrations.FOLDER + "/V2__more.sql", """
                -- why not create schema: the portal did, as portal.plugin says
                create view named as select t.id, d.name from thing t join portal.company_directory d on true;
                comment on table thing is 'never in portal.company; it''s ours';
                create function f() returns int language plpgsql as $$ declare x int; begin x := 1; begin return x; end; end $$;
                """);
        assertThatCode(contract(new SoundPlugin())::migrationsStayInThePluginsOwnSchema).doesNotThrowAnyException();
    }
}
