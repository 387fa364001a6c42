-- Who may change what by himself, what needs an approval, and what became of each request.

-- Every saved change of the settings is a version of its own; the newest counts. Requests name the version they were
-- decided under.
create table licensing_settings (
    version                integer primary key,
    approval_by_default    boolean not null,
    auto_approve_percent   integer not null check (auto_approve_percent between 0 and 1000),
    vendors_always_ask     text[] not null,
    self_service_allowed   boolean not null,
    min_seats              bigint not null check (min_seats >= 1),
    max_seats              bigint check (max_seats >= min_seats), -- null: no limit
    new_products_visible   boolean not null,
    clients_see_prices     boolean not null,
    vendors_by_hand        text[] not null, -- staff places the change at the distributor
    writes_stopped         boolean not null, -- nothing is written to Pax8
    changed_at             timestamptz not null,
    changed_by             text not null
);
insert into licensing_settings
values (1, true, 0, '{}', true, 1, null, false, false, '{}', false, now(), 'system');

-- What a subscription sets for itself; a null is inherited from the settings.
create table subscription_rule (
    subscription_id  uuid primary key,
    allowed          boolean,
    approval_needed  boolean not null,
    min_seats        bigint check (min_seats >= 1),
    own_max          boolean not null, -- true: max_seats counts, and null in it means no limit
    max_seats        bigint check (max_seats >= 1),
    changed_at       timestamptz not null,
    changed_by       text not null,
    check (own_max or max_seats is null)
);

-- How a product stands in the catalog that clients see. No row: as settings say for new products, not featured.
create table catalog_entry (
    product_id uuid primary key,
    visible    boolean, -- null: as settings say for new products
    featured   boolean not null,
    category   text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    check (not featured or coalesce(visible, false))
);
create index catalog_entry_visible on catalog_entry (product_id) where visible;
create index catalog_entry_category on catalog_entry (category) where category <> '';

-- What Pax8 says about the commitments of a product (its dependencies), and when it was asked.
create table commitment_rule (
    product_id             uuid not null,
    commitment_id          uuid not null,
    term                   text not null,
    increase_allowed       boolean, -- null: Pax8 does not say
    decrease_allowed       boolean,
    early_cancellation     boolean,
    cancellation_fee       boolean,
    auto_renew             boolean,
    days_before_term_end   integer,
    days_after_term_end    integer,
    primary key (product_id, commitment_id)
);

-- What Pax8 asks for a product, per billing and commitment term and range of seats; Pax8 sends no currency.
create table product_price (
    product_id       uuid not null,
    position         integer not null,
    billing_term     text not null,
    commitment_term  text not null,
    type             text not null,
    charge_type      text not null,
    unit             text not null,
    from_seats       numeric(19, 4),
    to_seats         numeric(19, 4), -- null: open
    partner_buy_rate numeric(19, 4),
    retail_price     numeric(19, 4),
    primary key (product_id, position)
);

-- When the two tables above were last filled for a product; problem holds why it did not succeed.
create table product_terms (
    product_id uuid primary key,
    fetched_at timestamptz,
    tried_at   timestamptz not null,
    problem    text not null
);

-- A wish to change the seats of one subscription. Names and amounts are kept as they were, so that the history stays
-- readable when the subscription, the company or the integration is gone.
create table seat_request (
    id                uuid primary key,
    number            bigint generated always as identity unique, -- what people call it
    version           integer not null, -- optimistic lock
    state             text not null check (state in ('PENDING', 'SCHEDULED', 'APPROVED', 'APPLYING', 'BY_HAND',
                          'APPLIED', 'FAILED', 'REJECTED', 'CANCELLED')),
    subscription_id   uuid not null,
    portal_company_id uuid not null,
    company_name      text not null,
    product_id        uuid,
    product_name      text not null,
    vendor_name       text not null,
    base_seats        bigint not null, -- seats at Pax8 that the request was decided on
    wanted_seats      bigint not null check (wanted_seats >= 0),
    requested_by      text not null,
    by_client         boolean not null,
    note              text not null, -- why, in the requester's words
    outcome           text not null check (outcome in ('HELD', 'APPLIED')),
    rule              text not null, -- the rule that fired
    reason            text not null, -- the same, readable
    settings_version  integer not null,
    decision_case     jsonb not null, -- everything the decision was made from, to try other settings on it
    billing_term      text not null,
    price             numeric(19, 4), -- for the customer, per seat and billing term
    partner_cost      numeric(19, 4),
    currency          text not null,
    commitment_end    timestamptz,
    scheduled_for     timestamptz, -- not to be written before
    decided_by        text not null,
    decided_at        timestamptz,
    decision_note     text not null,
    sent_at           timestamptz, -- the last time a write to Pax8 was about to be sent
    sends             integer not null, -- writes that were about to be sent
    accepted_at       timestamptz, -- when Pax8 said yes to the last of them
    checks            integer not null, -- looks at Pax8 since the last write
    look_again_at     timestamptz, -- when the push goes on with it
    problem           text not null, -- why it is not done, in Pax8's own words where there are some
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    closed_at         timestamptz
);
create unique index seat_request_one_open on seat_request (subscription_id)
    where state in ('PENDING', 'SCHEDULED', 'APPROVED', 'APPLYING', 'BY_HAND');
create index seat_request_open on seat_request (state, look_again_at)
    where state in ('PENDING', 'SCHEDULED', 'APPROVED', 'APPLYING', 'BY_HAND');
create index seat_request_company on seat_request (portal_company_id, created_at desc);
create index seat_request_created on seat_request (created_at desc);
create index seat_request_subscription on seat_request (subscription_id, created_at desc);

-- Every step of a request. told: whoever it concerns has been notified.
create table seat_request_step (
    id         bigint generated always as identity primary key,
    request_id uuid not null references seat_request on delete cascade,
    at         timestamptz not null,
    actor      text not null,
    step       text not null,
    from_state text, -- null for the first
    to_state   text not null,
    text       text not null,
    told       boolean not null
);
create index seat_request_step_request on seat_request_step (request_id, id);
create index seat_request_step_untold on seat_request_step (id) where not told;

-- A client asks the MSP for a product of the catalog; people go on from there.
create table product_request (
    id                uuid primary key,
    number            bigint generated always as identity unique,
    version           integer not null,
    state             text not null check (state in ('OPEN', 'DONE', 'DECLINED', 'CANCELLED')),
    portal_company_id uuid not null,
    company_name      text not null,
    product_id        uuid not null,
    product_name      text not null,
    vendor_name       text not null,
    seats             bigint not null check (seats >= 1),
    note              text not null,
    requested_by      text not null,
    answer            text not null,
    answered_by       text not null,
    created_at        timestamptz not null,
    changed_at        timestamptz not null
);
create index product_request_company on product_request (portal_company_id, created_at desc);
create index product_request_created on product_request (created_at desc);
create unique index product_request_one_open on product_request (portal_company_id, product_id) where state = 'OPEN';

-- What a client wants done with a subscription at its next renewal, and what the MSP has muted.
create table renewal_answer (
    subscription_id uuid not null,
    renews_on       date not null,
    answer          text not null check (answer in ('ASKED', 'KEEP', 'REDUCE', 'CANCEL')),
    seats           bigint,
    asked_by        text not null,
    answered_by     text not null,
    changed_at      timestamptz not null,
    primary key (subscription_id, renews_on)
);
create table renewal_mute (
    product_id uuid primary key,
    muted_at   timestamptz not null,
    muted_by   text not null
);

-- Every change of a subscription's seats that the portal has seen. request_id: the request that did it; null: it
-- happened outside the portal.
create table seat_change (
    id              bigint generated always as identity primary key,
    subscription_id uuid not null,
    at              timestamptz not null,
    from_seats      bigint not null,
    to_seats        bigint not null,
    request_id      uuid
);
create index seat_change_subscription on seat_change (subscription_id, at desc);

create function note_seat_change() returns trigger language plpgsql as $$
begin
    insert into seat_change (subscription_id, at, from_seats, to_seats, request_id)
    values (new.id, new.changed_at, old.quantity, new.quantity, (
        select r.id from seat_request r
        where r.subscription_id = new.id and r.wanted_seats = new.quantity
          and r.state in ('APPLYING', 'BY_HAND', 'APPLIED')
          and (r.closed_at is null or r.closed_at > new.changed_at - interval '1 hour')
        order by r.changed_at desc limit 1));
    return null;
end $$;
create trigger seat_change_noted after update of quantity on subscription
    for each row when (old.quantity <> new.quantity) execute function note_seat_change();

-- For lists of a hundred thousand subscriptions that are sorted, filtered and paged here. What such a list is sorted
-- and filtered by stands in the subscription itself, kept by triggers, so that an index alone leads to any page.

-- Months that a unit price pays for, 0 if nothing recurs, null for a term that is not known; as BillingTerm has it.
create function months_paid(billing_term text) returns integer immutable parallel safe return
    case lower(billing_term)
        when 'monthly' then 1 when 'annual' then 12 when '2-year' then 24 when '3-year' then 36
        when 'one-time' then 0 when 'trial' then 0 when 'activation' then 0 end;

create function monthly_amount(unit_price numeric, quantity bigint, billing_term text) returns numeric
    immutable parallel safe return
    case when months_paid(billing_term) = 0 or quantity = 0 then 0
         else round(unit_price * quantity / months_paid(billing_term), 4) end;

alter table subscription
    add portal_company_id uuid, -- null: not mapped
    add vendor_name text not null default '', -- empty: not known
    -- product and vendor in lower case, a line each; a list is sorted by it, and searched in it
    add listing_key text collate "C" not null default '',
    -- Pax8 bills by dates, not by status: a cancelled subscription is paid until its end
    add live_until timestamptz not null generated always as (coalesce(end_date,
        case when status in ('Cancelled', 'Converted') then timestamptz '-infinity' else timestamptz 'infinity' end)) stored,
    -- what it costs in a month while it is live; null: not known
    add monthly_cost numeric(19, 4) generated always as (
        case when end_date is null and status in ('Cancelled', 'Converted') then 0
             else monthly_amount(partner_cost, quantity, billing_term) end) stored,
    add monthly_retail numeric(19, 4) generated always as (
        case when end_date is null and status in ('Cancelled', 'Converted') then 0
             else monthly_amount(price, quantity, billing_term) end) stored;

create function list_subscription() returns trigger language plpgsql as $$
declare
    known record;
begin
    select name, product.vendor_name as vendor into known from product where id = new.product_id;
    new.vendor_name := coalesce(known.vendor, '');
    new.listing_key := lower(coalesce(nullif(new.product_name, ''), known.name, '') || e'\n' || new.vendor_name);
    new.portal_company_id := (select m.portal_company_id from company_mapping m where m.pax8_company_id = new.company_id);
    return new;
end $$;
create trigger subscription_listed before insert or update of company_id, product_id, product_name on subscription
    for each row execute function list_subscription();

-- An update that changes nothing lets the subscriptions look their product up again.
create function list_subscriptions_of_new_products() returns trigger language plpgsql as $$
begin
    update subscription s set product_id = s.product_id from added where s.product_id = added.id;
    return null;
end $$;
create trigger product_added after insert on product referencing new table as added
    for each statement execute function list_subscriptions_of_new_products();

create function list_subscriptions_of_product() returns trigger language plpgsql as $$
begin
    update subscription set product_id = product_id where product_id = old.id;
    return null;
end $$;
create trigger product_renamed after update of name, vendor_name on product
    for each row when (old.name <> new.name or old.vendor_name <> new.vendor_name)
    execute function list_subscriptions_of_product();
create trigger product_gone after delete on product
    for each row execute function list_subscriptions_of_product();

create function list_subscriptions_of_company() returns trigger language plpgsql as $$
begin
    update subscription set company_id = company_id
    where tg_op <> 'INSERT' and company_id = old.pax8_company_id or tg_op <> 'DELETE' and company_id = new.pax8_company_id;
    return null;
end $$;
create trigger company_mapped after insert or update or delete on company_mapping
    for each row execute function list_subscriptions_of_company();

update subscription set company_id = company_id;

drop index subscription_status;
create index subscription_by_company on subscription (portal_company_id, listing_key, id)
    include (status, vendor_name) where portal_company_id is not null;
create index subscription_by_product on subscription (listing_key, id)
    include (portal_company_id, status, vendor_name) where portal_company_id is not null;
create index subscription_by_seats on subscription (quantity, listing_key, id)
    include (portal_company_id, status, vendor_name) where portal_company_id is not null;
create index subscription_by_status on subscription (status, listing_key, id)
    include (portal_company_id, vendor_name) where portal_company_id is not null;
create index subscription_by_term on subscription (billing_term, listing_key, id)
    include (portal_company_id, status, vendor_name) where portal_company_id is not null;
create index subscription_by_commitment_end on subscription (commitment_end, listing_key, id)
    include (portal_company_id, status, vendor_name) where portal_company_id is not null;
create index subscription_by_commitment_end_last on subscription (commitment_end desc nulls last, listing_key desc, id desc)
    include (portal_company_id, status, vendor_name) where portal_company_id is not null;
-- Costs that stay as they are; those that end on a day are sorted when they are read.
create index subscription_by_cost on subscription (monthly_cost, listing_key, id)
    include (portal_company_id, status, vendor_name)
    where portal_company_id is not null and end_date is null and monthly_cost is not null;
create index subscription_commitment_end on subscription (commitment_end) where commitment_end is not null;
create index product_name on product (lower(name), id);
