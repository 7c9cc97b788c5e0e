--liquibase formatted sql

--changeset dudao:evidence-202611221550-catalogue
-- An archive catalogue opened for a region and year. The document is the shipped one as it was on that day.
create table evidence.catalogue (
    id          uuid primary key,
    template    text not null,
    region_code text not null references registry.region (code),
    year        int not null check (year between 1949 and 2200),
    document    jsonb not null,
    opened_at   timestamptz not null,
    opened_by   text not null,
    opener_name text not null,
    version     bigint not null default 0,
    unique (region_code, template, year)
);
create index catalogue_region on evidence.catalogue (region_code text_pattern_ops);
grant select, insert, update on evidence.catalogue to ${appRole};
--rollback drop table evidence.catalogue;

--changeset dudao:evidence-202611221550-ask
-- Who was asked for what, and when. A unit with an account is a school or a township; others are named.
create table evidence.ask (
    id           uuid primary key,
    catalogue_id uuid not null references evidence.catalogue (id),
    item         text not null,
    unit_name    text not null,
    school_id    uuid references registry.school (id),
    region_code  text references registry.region (code),
    note         text,
    due_on       date,
    asked_at     timestamptz not null,
    asked_by     text not null,
    asker_name   text not null,
    answered_at  timestamptz,
    ended_at     timestamptz,
    ended_by     text,
    ended_for    text check (ended_for in ('DONE', 'WITHDRAWN')),
    version      bigint not null default 0,
    check ((ended_at is null) = (ended_for is null))
);
create index ask_catalogue on evidence.ask (catalogue_id, item);
create index ask_school on evidence.ask (school_id) where ended_at is null;
create index ask_region on evidence.ask (region_code) where ended_at is null;
create unique index ask_once on evidence.ask (catalogue_id, item, unit_name) where ended_at is null;
grant select, insert, update on evidence.ask to ${appRole};
--rollback drop table evidence.ask;
