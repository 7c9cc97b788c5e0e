--liquibase formatted sql

--changeset dudao:zone-202611222350-publication
-- What a school reads of a visit (督导工作记录), as it was published to it; its words in answer.
create table zone.visit_publication (
    visit_id       uuid primary key references zone.visit (id),
    content        jsonb not null,
    published_by   text not null,
    published_name text not null,
    published_at   timestamptz not null,
    reply_due      date not null,
    reply          text,
    replied_name   text,
    replied_at     timestamptz,
    version        bigint not null default 0,
    check ((reply is null) = (replied_at is null))
);
grant select, insert, update on zone.visit_publication to ${appRole};
--rollback drop table zone.visit_publication;

--changeset dudao:zone-202611222350-feedback
-- What a school thinks of the inspector who came. The inspector only ever sees averages of several.
create table zone.visit_feedback (
    visit_id     uuid primary key references zone.visit (id),
    inspector_id uuid not null references zone.inspector (id),
    fair         int not null check (fair between 1 and 5),
    useful       int not null check (useful between 1 and 5),
    clean        int not null check (clean between 1 and 5),
    words        text,
    given_by     text not null,
    given_name   text not null,
    given_at     timestamptz not null
);
create index visit_feedback_inspector on zone.visit_feedback (inspector_id, given_at);
grant select, insert on zone.visit_feedback to ${appRole};
--rollback drop table zone.visit_feedback;

--changeset dudao:zone-202611222350-monthly-report
-- An inspector's report of a month (督学月报): counted from visits, written by the inspector, taken by the office.
create table zone.monthly_report (
    inspector_id uuid not null references zone.inspector (id),
    month        text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
    work         text not null,
    problems     text not null,
    advice       text not null,
    next         text not null,
    state        text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    figures      jsonb,
    submitted_at timestamptz,
    returned_for text,
    decided_by   text,
    decided_at   timestamptz,
    version      bigint not null default 0,
    primary key (inspector_id, month),
    check ((state in ('SUBMITTED', 'ACCEPTED')) <= (figures is not null))
);
grant select, insert, update on zone.monthly_report to ${appRole};
--rollback drop table zone.monthly_report;

--changeset dudao:zone-202611222350-work-entry
-- Work log (工作日志) and what the work cost: dated entries of an inspector.
create table zone.work_entry (
    id            uuid primary key,
    inspector_id  uuid not null references zone.inspector (id),
    kind          text not null check (kind in ('LOG', 'TRAVEL', 'FEE')),
    on_day        date not null,
    text          text not null,
    amount        numeric(12, 2) check (amount > 0),
    evidence      uuid[] not null default '{}',
    recorded_by   text not null,
    recorder_name text not null,
    recorded_at   timestamptz not null,
    check ((kind = 'LOG') = (amount is null))
);
create index work_entry_inspector on zone.work_entry (inspector_id, on_day);
grant select, insert, delete on zone.work_entry to ${appRole};
--rollback drop table zone.work_entry;

--changeset dudao:zone-202611222350-rule
insert into zone.rule (code, valid_from, value, source, verified) values
    ('RECORD_REPLY_DAYS', '2013-09-01', 5, '本软件拟定：学校在收到督导工作记录后此工作日数内答复', false),
    ('FEEDBACK_MIN', '2013-09-01', 3, '本软件拟定：督学只能看到不少于此份数的评价平均值', false);
--rollback delete from zone.rule where code in ('RECORD_REPLY_DAYS', 'FEEDBACK_MIN');
