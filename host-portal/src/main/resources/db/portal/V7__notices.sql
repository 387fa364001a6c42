-- What plugins told people; told twice, it stands here once.
create table portal.notice (
    id         bigint generated always as identity primary key,
    user_id    uuid not null references portal.app_user on delete cascade,
    owner      text not null,
    key        text not null check (length(key) between 1 and 200),
    topic      text not null check (length(topic) between 1 and 200),
    title      text not null,
    text       text not null,
    path       text not null,
    created_at timestamptz not null,
    read_at    timestamptz,
    unique (user_id, owner, key)
);
create index notice_newest on portal.notice (user_id, id desc);
create index notice_unread on portal.notice (user_id) where read_at is null;
create index notice_topic on portal.notice (owner, topic) where read_at is null;
create index notice_owner on portal.notice (owner);
create index notice_read on portal.notice (read_at) where read_at is not null;
