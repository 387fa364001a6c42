-- Secrets, encrypted with a key that is not in the database. key_id names the key, so that a missing one is noticed.
create table portal.vault_entry (
    owner      text        not null,
    name       text        not null,
    key_id     bigint      not null,
    ciphertext bytea       not null,
    changed_at timestamptz not null default now(),
    primary key (owner, name)
);

-- One row, written with the first key: a portal with another key refuses to start.
create table portal.vault_check (
    single     boolean not null primary key default true check (single),
    key_id     bigint  not null,
    ciphertext bytea   not null
);

-- Budgets of calls, shared by all nodes of the portal.
create table portal.call_budget (
    id    text primary key,
    state bytea
);
