package dev.portico.host.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void givesEachTestADatabaseOfItsOwn() {
        JdbcClient one = JdbcClient.create(TestDatabase.fresh().dataSource());
        JdbcClient other = JdbcClient.create(TestDatabase.fresh().dataSource());

        one.sql("create table note (text text)").update();

        assertThat(one.sql("select to_regclass('note')::text").query(String.class).single()).isEqualTo("note");
        assertThat(other.sql("select to_regclass('note') is null").query(Boolean.class).single()).isTrue();
    }

    @Test
    void knowsThePortalsTables() {
        JdbcClient migrated = JdbcClient.create(TestDatabase.migrated().dataSource());

        assertThat(migrated.sql("select count(*) from portal.vault_entry").query(Integer.class).single()).isZero();
    }
}
