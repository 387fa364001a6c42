alter table portal.app_user add column changed_at timestamptz not null default now();
update portal.app_user set changed_at = created_at;

-- Links by which people set a password. Only a hash of what stands in a link is kept; a new link replaces the old one.
create table portal.invitation (
    user_id    uuid primary key references portal.app_user on delete cascade,
    token_hash bytea not null unique,
    expires_at timestamptz not null,
    used_at    timestamptz
);
