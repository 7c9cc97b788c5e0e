--liquibase formatted sql

--changeset dudao:rectification-202611221300-schema
create schema rectification;
grant usage on schema rectification to ${appRole};
--rollback drop schema rectification;

--changeset dudao:rectification-202611221300-calendar
-- Days that differ from the week: holidays, and weekends worked in exchange (调休). The rest are Monday to Friday.
create table rectification.calendar_day (
    day     date primary key,
    working boolean not null,
    name    text not null,
    source  text not null
);
grant select, insert, update, delete on rectification.calendar_day to ${appRole};
--rollback drop table rectification.calendar_day;

--changeset dudao:rectification-202611221300-notice
create table rectification.notice (
    id            uuid primary key,
    region_code   text not null references registry.region (code),
    school_id     uuid references registry.school (id),
    unit_name     text not null,
    title         text not null,
    state         text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'SERVED', 'WITHDRAWN')),
    document_year smallint,
    document_no   int,
    number        text,
    drafted_by    text not null,
    drafter_name  text not null,
    drafted_at    timestamptz not null,
    approved_by   text,
    approver_name text,
    approved_at   timestamptz,
    issued_on     date,
    receipt_name  text,
    receipt_mark  text,
    receipt_by    text,
    served_on     date,
    served_at     timestamptz,
    withdrawn_for text,
    version       bigint not null default 0,
    unique (region_code, document_year, document_no),
    check ((number is null) = (document_no is null)),
    check ((state in ('DRAFT', 'SUBMITTED')) = (approved_at is null)),
    check (state <> 'SERVED' or (served_on is not null and receipt_name is not null))
);
create index notice_region on rectification.notice (region_code text_pattern_ops, state);
grant select, insert, update, delete on rectification.notice to ${appRole};
--rollback drop table rectification.notice;

--changeset dudao:rectification-202611221300-finding
create table rectification.finding (
    id            uuid primary key,
    region_code   text not null references registry.region (code),
    school_id     uuid references registry.school (id),
    unit_name     text not null,
    origin        text not null,
    origin_ref    text,
    rule_code     text,
    rule          text not null,
    description   text not null,
    severity      text not null check (severity in ('ON_THE_SPOT', 'GENERAL', 'SERIOUS', 'COMPLEX')),
    departments   text[] not null default '{}',
    evidence      uuid[] not null default '{}',
    found_on      date not null,
    found_by      text not null,
    finder_name   text not null,
    recorded_at   timestamptz not null,
    state         text not null check (state in ('RAISED', 'NOTIFIED', 'RECTIFYING', 'REPLIED', 'ACCEPTED', 'CLOSED')),
    notice_id     uuid references rectification.notice (id),
    requirement   text,
    term_days     int check (term_days between 1 and 365),
    term_kind     text check (term_kind in ('CALENDAR', 'WORKING')),
    deadline      date,
    replied_by    text,
    closed_on     date,
    version       bigint not null default 0,
    check ((state = 'CLOSED') = (closed_on is not null))
);
create index finding_region on rectification.finding (region_code text_pattern_ops, state);
create index finding_school on rectification.finding (school_id, found_on);
create index finding_rule on rectification.finding (school_id, rule_code) where rule_code is not null;
create index finding_notice on rectification.finding (notice_id);
create index finding_deadline on rectification.finding (deadline) where state <> 'CLOSED';
grant select, insert, update on rectification.finding to ${appRole};
--rollback drop table rectification.finding;

--changeset dudao:rectification-202611221300-finding-event
-- Everything that ever happened to a finding; what the ledger of any past day is counted from. Never changed.
create table rectification.finding_event (
    id         uuid primary key,
    finding_id uuid not null references rectification.finding (id),
    kind       text not null,
    on_date    date not null,
    at         timestamptz not null,
    actor      text not null,
    actor_name text not null,
    text       text,
    mode       text,
    deadline   date,
    evidence   uuid[] not null default '{}'
);
create index finding_event_finding on rectification.finding_event (finding_id, at, id);
grant select, insert on rectification.finding_event to ${appRole};
--rollback drop table rectification.finding_event;

--changeset dudao:rectification-202611221300-escalation
-- The ladder as data: days after (negative: before) the deadline, and whether a person must take the step.
create table rectification.ladder_step (
    code       text primary key,
    position   int not null unique,
    name_zh    text not null,
    name_en    text not null,
    after_days int not null,
    automatic  boolean not null,
    taken_by   text[] not null,
    source     text not null,
    verified   boolean not null
);
insert into rectification.ladder_step (code, position, name_zh, name_en, after_days, automatic, taken_by, source, verified) values
    ('REMINDER', 1, '到期提醒', 'Reminder', -3, true, '{}', '本软件拟定', false),
    ('WARNING', 2, '逾期预警', 'Overdue warning', 1, true, '{}', '本软件拟定', false),
    ('INTERVIEW', 3, '约谈', 'Interview', 10, false, '{director,officer}', '《教育督导问责办法》（2021）；天数由本软件拟定', false),
    ('CRITICISM', 4, '通报', 'Notice of criticism', 20, false, '{director}', '《教育督导问责办法》（2021）；天数由本软件拟定', false),
    ('ACCOUNTABILITY', 5, '问责建议', 'Accountability suggestion', 30, false, '{director}', '《教育督导问责办法》（2021）；天数由本软件拟定', false);
create table rectification.escalation (
    id         uuid primary key,
    finding_id uuid not null references rectification.finding (id),
    step       text not null references rectification.ladder_step (code),
    deadline   date not null,
    due_on     date not null,
    raised_at  timestamptz not null,
    taken_on   date,
    taken_by   text,
    taker_name text,
    record     text,
    unique (finding_id, step, deadline)
);
create table rectification.pause (
    id         uuid primary key,
    finding_id uuid not null references rectification.finding (id),
    from_day   date not null,
    until_day  date not null check (until_day >= from_day),
    reason     text not null check (btrim(reason) <> ''),
    actor      text not null,
    actor_name text not null,
    at         timestamptz not null
);
create index pause_finding on rectification.pause (finding_id);
grant select, update on rectification.ladder_step to ${appRole};
grant select, insert, update on rectification.escalation to ${appRole};
grant select, insert on rectification.pause to ${appRole};
--rollback drop table rectification.pause; drop table rectification.escalation; drop table rectification.ladder_step;
