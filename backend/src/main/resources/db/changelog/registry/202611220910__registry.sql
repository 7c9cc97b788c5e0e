--liquibase formatted sql

--changeset dudao:registry-202611220910-schema
create extension if not exists pg_trgm;
create schema registry;
grant usage on schema registry to ${appRole};
--rollback drop schema registry;

--changeset dudao:registry-202611220910-region
-- National codes (GB/T 2260, 统计用区划代码): scope is a prefix of them.
create table registry.region (
    code        text primary key check (code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9})$'),
    name        text not null check (btrim(name) <> ''),
    name_en     text,
    parent_code text references registry.region (code),
    version     bigint not null default 0,
    check (parent_code is null or (code like parent_code || '%' and length(parent_code) < length(code)))
);
create index region_parent on registry.region (parent_code);
grant select, insert, update on registry.region to ${appRole};
--rollback drop table registry.region;

--changeset dudao:registry-202611220910-zone
-- Which schools an inspector sees (督学责任区). The regime around it belongs to module zone.
create table registry.zone (
    id          uuid primary key,
    region_code text not null references registry.region (code),
    name        text not null,
    version     bigint not null default 0,
    unique (region_code, name)
);
grant select, insert, update on registry.zone to ${appRole};
--rollback drop table registry.zone;

--changeset dudao:registry-202611220910-school
create table registry.school (
    id               uuid primary key,
    code             text not null unique check (code ~ '^[0-9]{10}$'),
    name             text not null check (btrim(name) <> ''),
    kind             text not null,
    region_code      text not null references registry.region (code),
    urban_rural      text check (urban_rural in ('111', '112', '121', '122', '123', '210', '220')),
    private_school   boolean not null,
    run_by           text not null check (run_by in ('COUNTY', 'PREFECTURE', 'PROVINCE', 'OTHER')),
    parent_school_id uuid references registry.school (id),
    zone_id          uuid references registry.zone (id),
    longitude        double precision check (longitude between -180 and 180),
    latitude         double precision check (latitude between -90 and 90),
    founded_year     smallint check (founded_year between 1000 and 2200),
    closed_year      smallint check (closed_year between 1000 and 2200),
    state            text not null check (state in ('OPEN', 'CLOSED', 'MERGED')),
    merged_into_id   uuid references registry.school (id),
    version          bigint not null default 0,
    check (parent_school_id is distinct from id),
    check ((state = 'OPEN') = (closed_year is null)),
    check ((state = 'MERGED') = (merged_into_id is not null))
);
create index school_region on registry.school (region_code text_pattern_ops, code);
create index school_parent on registry.school (parent_school_id);
create index school_zone on registry.school (zone_id);
create index school_name on registry.school using gin (name gin_trgm_ops);
grant select, insert, update on registry.school to ${appRole};
--rollback drop table registry.school;

--changeset dudao:registry-202611220910-school-event
create table registry.school_event (
    id        uuid primary key,
    school_id uuid not null references registry.school (id),
    kind      text not null check (kind in ('REGISTERED', 'CHANGED', 'RENAMED', 'CLOSED', 'MERGED', 'ABSORBED', 'REOPENED')),
    on_date   date not null,
    detail    jsonb not null,
    actor     text not null,
    at        timestamptz not null
);
create index school_event_school on registry.school_event (school_id, at);
grant select, insert on registry.school_event to ${appRole};
--rollback drop table registry.school_event;

--changeset dudao:registry-202611220910-fact
-- The catalogue of yearly figures. Adding a fact is a row, not a migration.
create table registry.fact (
    code           text primary key check (code ~ '^[a-z][A-Za-z0-9]{1,39}$'),
    name_zh        text not null unique,
    name_en        text not null,
    level          text not null check (level in ('STAGE', 'SCHOOL')),
    type           text not null check (type in ('INTEGER', 'DECIMAL')),
    unit_zh        text not null,
    unit_en        text not null,
    minimum        numeric not null default 0,
    maximum        numeric not null,
    max_jump       numeric check (max_jump > 0),
    not_more_than  text references registry.fact (code),
    aliases        text[] not null default '{}',
    position       int not null,
    version        bigint not null default 0,
    check (maximum >= minimum)
);
grant select, insert, update on registry.fact to ${appRole};
insert into registry.fact (code, name_zh, name_en, level, type, unit_zh, unit_en, maximum, max_jump, not_more_than, aliases, position) values
 ('pupils',              '在校生数',               'Pupils',                               'STAGE',  'INTEGER', '人', 'persons', 20000, 0.5, null, '{在校学生数,学生数,在校生}', 10),
 ('classes',             '班级数',                 'Classes',                              'STAGE',  'INTEGER', '个', 'classes', 400, 0.5, 'pupils', '{班数,教学班数}', 20),
 ('largestClass',        '最大班额',               'Largest class',                        'STAGE',  'INTEGER', '人', 'persons', 150, null, 'pupils', '{最大班级人数}', 30),
 ('boarders',            '寄宿生数',               'Boarders',                             'STAGE',  'INTEGER', '人', 'persons', 20000, 0.8, 'pupils', '{住宿生数,寄宿生}', 40),
 ('teachers',            '专任教师数',             'Full-time teachers',                   'STAGE',  'INTEGER', '人', 'persons', 3000, 0.5, null, '{专任教师,教师数}', 50),
 ('teachersAboveDegree', '高于规定学历教师数',     'Teachers above the required degree',   'STAGE',  'INTEGER', '人', 'persons', 3000, 0.6, 'teachers', '{高于规定学历,高于规定学历专任教师数}', 60),
 ('backboneTeachers',    '县级以上骨干教师数',     'Backbone teachers (county and above)', 'STAGE',  'INTEGER', '人', 'persons', 3000, 1, 'teachers', '{骨干教师数,县级及以上骨干教师数}', 70),
 ('peArtTeachers',       '体育艺术专任教师数',     'PE and art teachers',                  'STAGE',  'INTEGER', '人', 'persons', 3000, 1, 'teachers', '{体育、艺术专任教师数,体艺教师数}', 80),
 ('midTitleTeachers',    '中级及以上职称教师数',   'Teachers with middle or higher title', 'STAGE',  'INTEGER', '人', 'persons', 3000, 0.6, 'teachers', '{中级及以上专业技术职务教师数,中级以上教师数}', 90),
 ('teachingRoomArea',    '教学及辅助用房面积',     'Teaching and auxiliary room area',     'SCHOOL', 'DECIMAL', '平方米', '㎡', 1000000, 0.5, null, '{教学及辅助用房,教学辅助用房面积}', 110),
 ('indoorSportsArea',    '室内体育用房面积',       'Indoor sports area',                   'SCHOOL', 'DECIMAL', '平方米', '㎡', 200000, 0.8, null, '{室内体育场馆面积,体育馆面积}', 120),
 ('outdoorSportsArea',   '室外运动场地面积',       'Outdoor sports area',                  'SCHOOL', 'DECIMAL', '平方米', '㎡', 500000, 0.8, null, '{运动场地面积,室外体育场地面积}', 130),
 ('equipmentValue',      '教学仪器设备值',         'Teaching equipment value',             'SCHOOL', 'DECIMAL', '元', 'CNY', 1000000000, 1, null, '{教学仪器设备资产值,仪器设备值}', 140),
 ('computers',           '教学用计算机台数',       'Computers for teaching',               'SCHOOL', 'INTEGER', '台', 'computers', 20000, 1, null, '{计算机台数,计算机数}', 150),
 ('books',               '图书册数',               'Library books',                        'SCHOOL', 'INTEGER', '册', 'volumes', 5000000, 1, null, '{图书,图书数}', 160),
 ('multimediaRooms',     '网络多媒体教室间数',     'Networked multimedia rooms',           'SCHOOL', 'INTEGER', '间', 'rooms', 2000, 1, null, '{网络多媒体教室数,多媒体教室数}', 170);
--rollback drop table registry.fact;

--changeset dudao:registry-202611220910-figures
-- Every value ever given stays: an entry holds what one row of one source said; school_year is the newest of each.
create table registry.figure_source (
    id         uuid primary key,
    kind       text not null check (kind in ('IMPORT', 'MANUAL', 'DEMO')),
    import_id  uuid,
    file_name  text,
    reason     text,
    actor      text not null,
    actor_name text not null,
    at         timestamptz not null
);
create table registry.figure_entry (
    id         bigint generated always as identity primary key,
    school_id  uuid not null references registry.school (id),
    year       smallint not null,
    source_id  uuid not null references registry.figure_source (id),
    source_row int,
    values     jsonb not null
);
create index figure_entry_school on registry.figure_entry (school_id, year, id);
create table registry.school_year (
    school_id uuid not null references registry.school (id),
    year      smallint not null check (year between 1949 and 2200),
    values    jsonb not null,
    version   bigint not null default 0,
    primary key (school_id, year)
);
create index school_year_year on registry.school_year (year, school_id);
grant select, insert on registry.figure_source, registry.figure_entry to ${appRole};
grant select, insert, update on registry.school_year to ${appRole};
--rollback drop table registry.school_year; drop table registry.figure_entry; drop table registry.figure_source;

--changeset dudao:registry-202611220910-account
create table registry.person (
    id          uuid primary key,
    name        text not null check (btrim(name) <> ''),
    phone       text,
    post        text,
    region_code text not null references registry.region (code),
    version     bigint not null default 0
);
create table registry.account (
    id           uuid primary key,
    subject      text not null unique,
    username     text not null,
    person_id    uuid not null references registry.person (id),
    role         text not null check (role in ('director', 'officer', 'inspector', 'school', 'township', 'government', 'province')),
    region_code  text not null references registry.region (code),
    zone_id      uuid references registry.zone (id),
    school_id    uuid references registry.school (id),
    enabled      boolean not null default true,
    demo         boolean not null default false,
    last_seen_at timestamptz,
    version      bigint not null default 0,
    check (role <> 'inspector' or zone_id is not null),
    check (role <> 'school' or school_id is not null),
    check (role in ('inspector') or zone_id is null),
    check (role in ('school') or school_id is null)
);
create unique index account_username on registry.account (lower(username));
grant select, insert, update on registry.person, registry.account to ${appRole};
--rollback drop table registry.account; drop table registry.person;
