-- What was synced from Pax8. Ids are Pax8's own. Texts are empty rather than null where Pax8 sent nothing.
-- changed_at: when a sync last found it different; an unchanged sync writes nothing.

create table company (
    id            uuid primary key,
    name          text not null,
    city          text not null,
    state         text not null,
    postal_code   text not null,
    country       text not null,
    website       text not null,
    phone         text not null,
    external_id   text not null,
    status        text not null,
    updated_date  timestamptz,
    first_seen_at timestamptz not null,
    changed_at    timestamptz not null
);
create index company_name on company (lower(name), id);

create table product (
    id                  uuid primary key,
    name                text not null,
    vendor_name         text not null,
    short_description   text not null,
    sku                 text not null,
    vendor_sku          text not null,
    requires_commitment boolean not null,
    listed              boolean not null, -- false: known only because a subscription refers to it
    first_seen_at       timestamptz not null,
    changed_at          timestamptz not null
);
create index product_vendor on product (vendor_name);

create table subscription (
    id                     uuid primary key,
    company_id             uuid not null,
    product_id             uuid, -- may be a product that is not here (yet)
    product_name           text not null,
    vendor_subscription_id text not null,
    parent_subscription_id uuid,
    quantity               bigint not null,
    status                 text not null,
    billing_term           text not null,
    price                  numeric(19, 4),
    partner_cost           numeric(19, 4),
    currency               text not null,
    start_date             timestamptz,
    end_date               timestamptz,
    created_date           timestamptz,
    updated_date           timestamptz,
    billing_start          date,
    commitment_id          uuid,
    commitment_term        text not null,
    commitment_end         timestamptz,
    first_seen_at          timestamptz not null,
    changed_at             timestamptz not null
);
create index subscription_company on subscription (company_id);
create index subscription_product on subscription (product_id);
create index subscription_status on subscription (status);

-- One Pax8 company belongs to one company of the portal, and the other way round.
create table company_mapping (
    pax8_company_id   uuid primary key references company (id) on delete cascade,
    portal_company_id uuid not null unique,
    mapped_at         timestamptz not null,
    mapped_by         text not null
);
