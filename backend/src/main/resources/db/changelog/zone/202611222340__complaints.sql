--liquibase formatted sql

--changeset dudao:zone-202611222340-complaint
-- What somebody told about a school (投诉、举报). The sender's key and query code are kept as their SHA-256 only.
create table zone.complaint (
    id             uuid primary key,
    key_hash       text not null unique,
    code_hash      text not null unique,
    checksum       text not null,
    school_id      uuid not null references registry.school (id),
    region_code    text not null references registry.region (code),
    matter         int not null,
    body           text not null,
    sender_name    text,
    sender_contact text,
    state          text not null check (state in ('RECEIVED', 'VERIFIED', 'HANDLED', 'PASSED_ON', 'ANSWERED', 'REJECTED')),
    received_at    timestamptz not null,
    received_on    date not null,
    verify_by      date not null,
    answer_by      date not null,
    passed_to      text,
    answer         text,
    rejected_for   text,
    closed_on      date,
    version        bigint not null default 0,
    check ((state in ('ANSWERED', 'REJECTED')) = (closed_on is not null)),
    check (state <> 'ANSWERED' or answer is not null),
    check (state <> 'REJECTED' or rejected_for is not null),
    check (state <> 'PASSED_ON' or passed_to is not null)
);
create index complaint_region on zone.complaint (region_code text_pattern_ops, received_on);
create index complaint_school on zone.complaint (school_id, received_on);
create table zone.complaint_step (
    id           uuid primary key,
    complaint_id uuid not null references zone.complaint (id),
    kind         text not null,
    note         text,
    actor        text,
    actor_name   text,
    at           timestamptz not null
);
create index complaint_step_of on zone.complaint_step (complaint_id, at);
create table zone.complaint_finding (
    complaint_id uuid not null references zone.complaint (id),
    finding_id   uuid not null,
    primary key (complaint_id, finding_id)
);
grant select, insert, update on zone.complaint to ${appRole};
grant select, insert on zone.complaint_step to ${appRole};
grant select, insert on zone.complaint_finding to ${appRole};
--rollback drop table zone.complaint_finding; drop table zone.complaint_step; drop table zone.complaint;

--changeset dudao:zone-202611222340-complaint-rule
insert into zone.rule (code, valid_from, value, source, verified) values
    ('COMPLAINT_VERIFY_DAYS', '2013-09-01', 5, '本软件拟定（工作日）；《中小学校责任督学挂牌督导办法》要求受理并核实投诉，未规定期限', false),
    ('COMPLAINT_ANSWER_DAYS', '2013-09-01', 30, '本软件拟定（工作日），短于《信访工作条例》规定的六十日', false);
--rollback delete from zone.rule where code in ('COMPLAINT_VERIFY_DAYS', 'COMPLAINT_ANSWER_DAYS');
