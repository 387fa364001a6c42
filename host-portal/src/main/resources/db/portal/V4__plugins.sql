-- The desired state of plugins: every node of the portal makes what runs equal to what stands here.
create table portal.plugin (
    id           text primary key,
    version      text not null,
    sha256       text not null,
    jar          bytea not null,
    enabled      boolean not null,
    installed_at timestamptz not null,
    changed_at   timestamptz not null
);

-- What happened to plugins, for people.
create table portal.plugin_event (
    id        bigint generated always as identity primary key,
    plugin_id text not null,
    at        timestamptz not null,
    kind      text not null,
    detail    text not null
);
create index plugin_event_plugin on portal.plugin_event (plugin_id, id desc);

-- OAuth connections of plugins. The tokens themselves lie in the vault.
create table portal.oauth_connection (
    plugin_id        text primary key,
    connected_at     timestamptz not null,
    connected_by     text not null,
    account          text not null,
    refreshed_at     timestamptz not null,
    reconnect_reason text
);
