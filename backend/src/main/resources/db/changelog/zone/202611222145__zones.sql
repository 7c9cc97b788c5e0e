--liquibase formatted sql

--changeset dudao:zone-202611222145-roster
-- One row per county: every change of who is in which zone and who answers for which school counts it up, so that two
-- desks never both change the same arrangement.
create extension if not exists btree_gist;
create table zone.roster (
    region_code text primary key references registry.region (code),
    version     bigint not null default 0
);
grant select, insert, update on zone.roster to ${appRole};
--rollback drop table zone.roster;

--changeset dudao:zone-202611222145-membership
-- Which inspector belongs to which zone (督学责任区), and who leads it, from a day until a day (null: until further notice).
create table zone.membership (
    id           uuid primary key,
    zone_id      uuid not null references registry.zone (id),
    inspector_id uuid not null references zone.inspector (id),
    leader       boolean not null,
    from_day     date not null,
    until_day    date,
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    check (until_day >= from_day),
    constraint membership_one_zone
        exclude using gist (inspector_id with =, daterange(from_day, until_day, '[]') with &&),
    constraint membership_one_leader
        exclude using gist (zone_id with =, daterange(from_day, until_day, '[]') with &&) where (leader)
);
create index membership_zone on zone.membership (zone_id, from_day);
grant select, insert, update, delete on zone.membership to ${appRole};
--rollback drop table zone.membership;

--changeset dudao:zone-202611222145-assignment
-- The responsible inspector (责任督学) of a school, from a day until a day (null: until further notice); never two at once.
create table zone.assignment (
    id            uuid primary key,
    school_id     uuid not null references registry.school (id),
    inspector_id  uuid not null references zone.inspector (id),
    from_day      date not null,
    until_day     date,
    origin        text not null check (origin in ('HAND', 'PROPOSAL', 'EXCHANGE')),
    recorded_by   text not null,
    recorder_name text not null,
    recorded_at   timestamptz not null,
    check (until_day >= from_day),
    constraint assignment_one_inspector
        exclude using gist (school_id with =, daterange(from_day, until_day, '[]') with &&)
);
create index assignment_inspector on zone.assignment (inspector_id, from_day);
grant select, insert, update, delete on zone.assignment to ${appRole};
--rollback drop table zone.assignment;

--changeset dudao:zone-202611222145-rule
insert into zone.rule (code, valid_from, value, source, verified) values
    ('SCHOOLS_PER_ZONE', '2012-01-01', 20, '《关于加强督学责任区建设的意见》（教督〔2012〕7号）', true),
    ('SCHOOLS_PER_INSPECTOR', '2013-09-01', 5, '《中小学校责任督学挂牌督导办法》（2013年9月）：1人负责5所左右学校', true),
    ('ROTATION_YEARS', '2013-09-01', 3, '《中小学校责任督学挂牌督导办法》（2013年9月）：每3年轮换交流', true),
    ('PROPOSAL_LOAD', '2013-09-01', 8, '本软件拟定：自动方案给一名督学安排的学校不超过此数', false);
--rollback delete from zone.rule where code in ('SCHOOLS_PER_ZONE', 'SCHOOLS_PER_INSPECTOR', 'ROTATION_YEARS', 'PROPOSAL_LOAD');
