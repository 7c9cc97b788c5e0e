--liquibase formatted sql

--changeset dudao:zone-202611222330-county-rule
-- A county's own number in place of the general one, from a day on and with its ground.
create table zone.county_rule (
    region_code text not null references registry.region (code),
    code        text not null,
    valid_from  date not null,
    value       int not null check (value > 0),
    source      text not null,
    set_by      text not null,
    set_at      timestamptz not null,
    primary key (region_code, code, valid_from)
);
grant select, insert, update on zone.county_rule to ${appRole};
insert into zone.rule (code, valid_from, value, source, verified) values
    ('VISITS_PER_MONTH', '2013-09-01', 1, '《中小学校责任督学挂牌督导办法》（2013年9月）：每月不得少于1次', true),
    ('MONTH_MIN_DAYS', '2013-09-01', 10, '本软件拟定：当月在学期内的工作日不足此数的，不要求安排', false),
    ('VISITS_PER_DAY', '2013-09-01', 2, '本软件拟定：一名督学一天最多督导的学校数', false),
    ('VISIT_GAP_DAYS', '2013-09-01', 10, '本软件拟定：同一所学校两次督导至少相隔的天数', false),
    ('NEARBY_KM', '2013-09-01', 10, '本软件拟定：相距不超过此公里数的学校尽量安排在同一天', false),
    ('OPENING_DAYS', '2013-09-01', 14, '本软件拟定：开学检查在开学后此天数内完成', false),
    ('OPENING_PER_DAY', '2013-09-01', 3, '本软件拟定：开学检查期间一名督学一天最多督导的学校数', false);
--rollback delete from zone.rule where code in ('VISITS_PER_MONTH', 'MONTH_MIN_DAYS', 'VISITS_PER_DAY', 'VISIT_GAP_DAYS', 'NEARBY_KM', 'OPENING_DAYS', 'OPENING_PER_DAY'); drop table zone.county_rule;

--changeset dudao:zone-202611222330-semester
-- A term of the school year (学期) as a county holds it.
create table zone.semester (
    region_code text not null references registry.region (code),
    year        int not null check (year between 2000 and 2100),
    half        text not null check (half in ('AUTUMN', 'SPRING')),
    from_day    date not null,
    until_day   date not null,
    version     bigint not null default 0,
    primary key (region_code, year, half),
    check (until_day > from_day)
);
grant select, insert, update on zone.semester to ${appRole};
--rollback drop table zone.semester;

--changeset dudao:zone-202611222330-visit-plan
-- A draw of visits that was adopted, with the seed and everything it was drawn from, so that it can be drawn again.
create table zone.visit_plan (
    id           uuid primary key,
    region_code  text not null references registry.region (code),
    year         int not null,
    half         text not null,
    kind         text not null check (kind in ('REGULAR', 'OPENING')),
    seed         bigint not null,
    announced    boolean not null,
    inputs       jsonb not null,
    outcome      jsonb not null,
    visits       int not null,
    missing      int not null,
    adopted_by   text not null,
    adopted_name text not null,
    adopted_at   timestamptz not null,
    withdrawn_for text,
    version      bigint not null default 0
);
create index visit_plan_region on zone.visit_plan (region_code text_pattern_ops, adopted_at);
grant select, insert, update on zone.visit_plan to ${appRole};
alter table zone.visit add column plan_id uuid references zone.visit_plan (id);
-- whether the school is told beforehand; it is not, unless the plan says so
alter table zone.visit add column announced boolean not null default false;
create index visit_plan_of on zone.visit (plan_id);
create table zone.visit_move (
    id         uuid primary key,
    visit_id   uuid not null references zone.visit (id),
    from_day   date not null,
    to_day     date not null,
    day_off    boolean not null,
    reason     text not null,
    actor      text not null,
    actor_name text not null,
    at         timestamptz not null
);
create index visit_move_visit on zone.visit_move (visit_id, at);
grant select, insert on zone.visit_move to ${appRole};
--rollback drop table zone.visit_move; drop index zone.visit_plan_of; alter table zone.visit drop column announced; alter table zone.visit drop column plan_id; drop table zone.visit_plan;

--changeset dudao:zone-202611222330-key-points
-- The year's key points of work (工作要点) of an office.
create table zone.key_points (
    id            uuid primary key,
    region_code   text not null references registry.region (code),
    year          int not null check (year between 2000 and 2100),
    title         text not null,
    preface       text,
    points        text[] not null,
    state         text not null check (state in ('DRAFT', 'APPROVED')),
    in_force_from date,
    approved_by   text,
    approved_at   timestamptz,
    version       bigint not null default 0,
    unique (region_code, year),
    check ((state = 'APPROVED') = (in_force_from is not null))
);
grant select, insert, update on zone.key_points to ${appRole};
--rollback drop table zone.key_points;
