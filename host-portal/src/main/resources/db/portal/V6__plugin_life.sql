-- Every code of a plugin that runs, ran before, or is offered as its next version.
create table portal.plugin_package (
    plugin_id   text not null,
    sha256      text not null,
    version     text not null,
    jar         bytea not null,
    signer      text, -- null: unsigned, which a setting allowed
    brings      jsonb not null,
    uploaded_at timestamptz not null,
    uploaded_by text not null,
    primary key (plugin_id, sha256)
);
-- why: jars are compressed already
alter table portal.plugin_package alter column jar set storage external;

insert into portal.plugin_package (plugin_id, sha256, version, jar, brings, uploaded_at, uploaded_by)
select id, sha256, version, jar, '{}', installed_at, 'portal' from portal.plugin;

alter table portal.plugin
    add column wanted text not null default 'ENABLED'
        check (wanted in ('ENABLED', 'DISABLED', 'REMOVE_KEEPING_DATA', 'REMOVE_WITH_DATA')),
    add column revision bigint not null default 0,
    add column previous_sha256 text,
    add column candidate_sha256 text,
    add column candidate_phase text check (candidate_phase in ('WAITING', 'RUNNING', 'FAILED')),
    add column candidate_since timestamptz,
    add column candidate_by text,
    add column candidate_node uuid,
    add column candidate_problem text,
    add column held_until timestamptz,
    add constraint plugin_candidate_is_whole
        check ((candidate_sha256 is null) = (candidate_phase is null)
            and (candidate_sha256 is null) = (candidate_since is null));
comment on column portal.plugin.revision is 'Rises with every change, so that a node notices one that it has not tried yet';
comment on column portal.plugin.held_until is 'Until then no run of its jobs begins, because another version is being tried';

update portal.plugin set wanted = 'DISABLED' where not enabled;
alter table portal.plugin drop column jar, drop column version, drop column enabled, drop column installed_at;

alter table portal.plugin_event
    add column version text not null default '',
    add column node text not null default '',
    add column actor text not null default '';

-- The nodes of the portal, and what became of the plugins on each.
create table portal.portal_node (
    id         uuid primary key,
    name       text not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);

create table portal.plugin_state (
    node_id   uuid not null references portal.portal_node on delete cascade,
    plugin_id text not null,
    sha256    text not null,
    version   text not null,
    state     text not null check (state in ('STARTING', 'STARTED', 'UPGRADING', 'STOPPING', 'DISABLED', 'FAILED')),
    since     timestamptz not null,
    problem   text,
    lingering integer not null default 0,
    primary key (node_id, plugin_id)
);

-- Data of plugins that were removed without it.
create table portal.plugin_kept_data (
    plugin_id  text primary key,
    name       text not null,
    version    text not null,
    grants     text[] not null,
    removed_at timestamptz not null,
    removed_by text not null
);

-- Code that was removed on purpose: the setting that installs jars at start does not bring it back.
create table portal.plugin_dismissed (
    plugin_id    text not null,
    sha256       text not null,
    dismissed_at timestamptz not null,
    primary key (plugin_id, sha256)
);
