create table company (
    id uuid primary key,
    name text not null check (name = btrim(name) and name <> ''),
    city text not null default '',
    country text not null default '',
    website text not null default '',
    version integer not null default 0,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now()
);

create unique index company_name on company (lower(name));

-- what plugins may join; the table itself may change
create view company_directory as
    select id, name, city, country, website from company;

create table role (
    id uuid primary key,
    name text not null,
    builtin boolean not null default false
);

create unique index role_name on role (lower(name));

create table role_permission (
    role_id uuid not null references role on delete cascade,
    permission text not null check (permission ~ '^(read|write|manage)_[a-z0-9_]+$'),
    primary key (role_id, permission)
);

create table app_user (
    id uuid primary key,
    email text not null check (email = btrim(email) and email <> ''),
    name text not null check (name <> ''),
    kind text not null check (kind in ('STAFF', 'RESTRICTED_STAFF', 'CLIENT')),
    company_id uuid references company,
    enabled boolean not null default true,
    password_hash text,
    locale text,
    color_scheme text not null default 'SYSTEM' check (color_scheme in ('SYSTEM', 'LIGHT', 'DARK')),
    created_at timestamptz not null default now(),
    constraint client_has_exactly_one_company check ((kind = 'CLIENT') = (company_id is not null))
);

create unique index app_user_email on app_user (lower(email));
create index app_user_company on app_user (company_id) where company_id is not null;

create table user_role (
    user_id uuid not null references app_user on delete cascade,
    role_id uuid not null references role,
    primary key (user_id, role_id)
);

create index user_role_role on user_role (role_id);

-- the companies that restricted staff may see
create table user_company (
    user_id uuid not null references app_user on delete cascade,
    company_id uuid not null references company on delete cascade,
    primary key (user_id, company_id)
);

create index user_company_company on user_company (company_id);

create table sign_in_failure (
    account text not null,
    address text not null,
    failed_at timestamptz not null
);

create index sign_in_failure_lookup on sign_in_failure (account, address, failed_at);
create index sign_in_failure_age on sign_in_failure (failed_at);

create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    owner text not null,
    action text not null,
    subject text not null,
    details text not null
);

create index audit_entry_at on audit_entry (at desc);

-- Primary Admin has every permission by being builtin, also those of plugins to come
insert into role (id, name, builtin) values ('00000000-0000-0000-0000-000000000001', 'Primary Admin', true);

create function refuse_change_of_builtin_role() returns trigger language plpgsql as $$
begin
    raise exception 'The role % is built in and can be neither changed nor deleted', old.name;
end $$;

create trigger builtin_role_stays before update or delete on role
    for each row when (old.builtin) execute function refuse_change_of_builtin_role();
