--liquibase formatted sql

--changeset dudao:kernel-202611220900-schema
create schema kernel;
grant usage on schema kernel to ${appRole};
--rollback drop schema kernel;

--changeset dudao:kernel-202611220900-audit
-- Append only: the application may add and read, never change or delete.
create table kernel.audit (
    id           uuid primary key,
    at           timestamptz not null,
    actor        text not null,
    action       text not null,
    subject_type text not null,
    subject_id   text not null,
    region_code  text,
    detail       jsonb not null
);
create index audit_subject on kernel.audit (subject_type, subject_id, at);
create index audit_at on kernel.audit (at);
grant select, insert on kernel.audit to ${appRole};
--rollback drop table kernel.audit;

--changeset dudao:kernel-202611220900-job
create table kernel.job (
    id           uuid primary key,
    kind         text not null,
    state        text not null check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'INTERRUPTED')),
    payload      jsonb not null,
    actor        text not null,
    done         bigint not null default 0,
    total        bigint not null default 0,
    message      text,
    result       jsonb,
    node         text,
    created_at   timestamptz not null,
    started_at   timestamptz,
    heartbeat_at timestamptz,
    finished_at  timestamptz
);
create index job_waiting on kernel.job (created_at, id) where state = 'QUEUED';
create index job_running on kernel.job (heartbeat_at) where state = 'RUNNING';
create index job_actor on kernel.job (actor, created_at desc);
grant select, insert, update on kernel.job to ${appRole};
--rollback drop table kernel.job;
