--liquibase formatted sql

--changeset dudao:rectification-202611221545-steps
-- What belongs to a step beside its record, and calls to an interview; both go into documents as they were.
alter table rectification.escalation add column details jsonb;
create table rectification.interview_call (
    id            uuid primary key,
    escalation_id uuid not null references rectification.escalation (id),
    details       jsonb not null,
    actor         text not null,
    actor_name    text not null,
    on_day        date not null,
    at            timestamptz not null
);
create index interview_call_escalation on rectification.interview_call (escalation_id, at);
grant select, insert on rectification.interview_call to ${appRole};
--rollback drop table rectification.interview_call; alter table rectification.escalation drop column details;
