-- What somebody wants to be reminded of. Companies are the portal's: only their ids are kept here.
create table reminder (
    id         uuid primary key,
    company_id uuid not null,
    subject    text not null check (subject <> ''),
    due_on     date not null,
    added_by   text not null,
    done_at    timestamptz -- null while it is open
);
create index reminder_open on reminder (due_on) where done_at is null;

-- What the last count found, one row for each company with open reminders.
create table due_count (
    company_id uuid primary key,
    overdue    bigint not null,
    due_soon   bigint not null,
    counted_at timestamptz not null
);

-- How many days ahead a reminder counts as due soon.
create table notice_period (
    only_one boolean primary key default true check (only_one),
    days     int not null check (days between 1 and 365)
);
insert into notice_period (days) values (30);
