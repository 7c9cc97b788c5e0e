--liquibase formatted sql

--changeset dudao:zone-202611222130-visit
-- A visit to a school, planned or not. What was done there stands in its records, one for each inspector's phone.
create table zone.visit (
    id            uuid primary key,
    region_code   text not null references registry.region (code),
    school_id     uuid not null references registry.school (id),
    kind          text not null check (kind in ('ROUTINE', 'SPECIAL', 'COMPREHENSIVE', 'JOINT')),
    planned_on    date,
    made_on       date,
    cancelled_for text,
    planned_by    text,
    created_at    timestamptz not null,
    version       bigint not null default 0
);
create index visit_school on zone.visit (school_id, coalesce(made_on, planned_on));
create index visit_region on zone.visit (region_code text_pattern_ops, coalesce(made_on, planned_on));
grant select, insert, update on zone.visit to ${appRole};
--rollback drop table zone.visit;

--changeset dudao:zone-202611222130-visit-record
-- What a phone sent, as it sent it. Its id was made on the phone: sending again is the same record. Never changed.
create table zone.visit_record (
    id            uuid primary key,
    visit_id      uuid not null references zone.visit (id),
    author        text not null,
    author_name   text not null,
    system_id     uuid not null,
    body          jsonb not null,
    checksum      text not null,
    sent_at       timestamptz not null,
    received_at   timestamptz not null,
    clock_off     int not null
);
create index visit_record_visit on zone.visit_record (visit_id);
create index visit_record_author on zone.visit_record (author, received_at);
grant select, insert on zone.visit_record to ${appRole};
--rollback drop table zone.visit_record;

--changeset dudao:zone-202611222130-visit-choice
-- Where two records answer an item differently, whose answer a person chose.
create table zone.visit_choice (
    visit_id  uuid not null references zone.visit (id),
    item      text not null,
    record_id uuid not null references zone.visit_record (id),
    chosen_by text not null,
    chosen_at timestamptz not null,
    primary key (visit_id, item)
);
grant select, insert, update on zone.visit_choice to ${appRole};
--rollback drop table zone.visit_choice;
