--liquibase formatted sql

--changeset dudao:zone-202611282220-draw
-- A random draw of schools and inspectors (随机抽取), done once: from what, with which seed, and what came out. None of it is ever
-- changed; it can be declared void, and its visits planned.
create table zone.draw (
    id          uuid primary key,
    region_code text not null references registry.region (code),
    title       text not null,
    day         date not null,
    schools     int not null check (schools >= 0),
    inspectors  int not null check (inspectors >= 0),
    group_size  int not null check (group_size > 0),
    seed        bigint not null,
    wish        jsonb not null,
    inputs      jsonb not null,
    excluded    jsonb not null,
    outcome     jsonb not null,
    drawn_by    text not null,
    drawn_name  text not null,
    drawn_at    timestamptz not null,
    voided_for  text,
    voided_name text,
    voided_at   timestamptz,
    visits_on   date,
    version     bigint not null default 0,
    check (schools + inspectors > 0),
    check ((voided_for is null) = (voided_at is null))
);
create index draw_region on zone.draw (region_code text_pattern_ops, drawn_at);
grant select, insert on zone.draw to ${appRole};
grant update (voided_for, voided_name, voided_at, visits_on, version) on zone.draw to ${appRole};
-- the visits planned from a draw
create table zone.draw_visit (
    draw_id   uuid not null references zone.draw (id),
    school_id uuid not null references registry.school (id),
    visit_id  uuid not null unique references zone.visit (id),
    primary key (draw_id, school_id)
);
grant select, insert on zone.draw_visit to ${appRole};
--rollback drop table zone.draw_visit; drop table zone.draw;
