alter table portal.app_user add column notices_by_mail boolean not null default true;

-- Notices that are mailed too. What a mail says and to whom it goes is read when it is sent, and stands here nowhere.
create table portal.mail (
    id        bigint generated always as identity primary key,
    notice_id bigint not null unique references portal.notice on delete cascade,
    made_at   timestamptz not null,
    tries     integer not null default 0,
    try_at    timestamptz not null,
    ended_at  timestamptz,
    outcome   text check (outcome in ('SENT', 'GIVEN_UP')),
    reason    text,
    check ((ended_at is null) = (outcome is null))
);
create index mail_due on portal.mail (try_at, id) where ended_at is null;
create index mail_ended on portal.mail (ended_at) where ended_at is not null;
