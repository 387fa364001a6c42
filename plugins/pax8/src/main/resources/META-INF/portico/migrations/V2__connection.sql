-- The one connection to Pax8. Tokens and credentials are in the portal's vault, not here.
create table connection (
    only_one     boolean primary key default true check (only_one),
    state        text not null check (state in ('CONNECTED', 'RECONNECT_NEEDED', 'ACCOUNT_UNCONFIRMED', 'DISCONNECTED')),
    method       text not null check (method in ('OAUTH', 'API_CREDENTIALS')),
    account      text not null, -- whose data is here; empty if unknown
    new_account  text not null, -- waits for confirmation; empty if unknown or none waits
    reason       text not null, -- why an administrator is needed, else empty
    connected_at timestamptz not null,
    connected_by text not null,
    changed_at   timestamptz not null
);

-- Removals that a sync held back because too many rows would have gone at once.
create table held_removal (
    job_id   text primary key,
    missing  bigint not null,
    existing bigint not null,
    held_at  timestamptz not null
);

-- What usage-based subscriptions have used in the current month, as of the last sync.
create table usage_summary (
    id              uuid primary key,
    subscription_id uuid not null references subscription (id) on delete cascade,
    product_id      uuid,
    resource_group  text not null,
    vendor_name     text not null,
    current_charges numeric(19, 4),
    partner_total   numeric(19, 4),
    currency        text not null,
    trial           boolean not null,
    first_seen_at   timestamptz not null,
    changed_at      timestamptz not null
);
create index usage_summary_subscription on usage_summary (subscription_id);
