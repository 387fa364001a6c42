-- JobRunr makes its own tables in here, but not the schema.
create schema if not exists jobs;

create table portal.job_run (
    id               uuid primary key,
    plugin_id        text        not null,
    job_id           text        not null,
    state            text        not null check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'INCOMPLETE', 'FAILED', 'CANCELLED')),
    trigger          text        not null check (trigger in ('MANUAL', 'SCHEDULE')),
    requested_by     text        not null,
    requested_at     timestamptz not null,
    started_at       timestamptz,
    ended_at         timestamptz,
    touched_at       timestamptz not null,
    attempt          integer     not null default 0,
    cancel_requested boolean     not null default false,
    progress_done    bigint      not null default 0,
    progress_total   bigint      not null default 0,
    read_count       bigint      not null default 0,
    added_count      bigint      not null default 0,
    changed_count    bigint      not null default 0,
    removed_count    bigint      not null default 0,
    message          text,
    argument         text
);
comment on column portal.job_run.id is 'Also the id of the job in JobRunr';
comment on column portal.job_run.touched_at is 'Last change of the state, so that what is just happening is left alone by the sweeper';

-- One run of a job at a time, over all nodes.
create unique index job_run_one_active on portal.job_run (plugin_id, job_id) where state in ('QUEUED', 'RUNNING');
create index job_run_newest on portal.job_run (plugin_id, job_id, (coalesce(started_at, requested_at)) desc);
create index job_run_ended on portal.job_run (ended_at);

create table portal.job_schedule_pause (
    plugin_id text primary key,
    since     timestamptz not null
);
