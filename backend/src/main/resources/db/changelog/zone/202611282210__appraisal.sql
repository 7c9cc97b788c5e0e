--liquibase formatted sql

--changeset dudao:zone-202611282210-appraisal
-- The yearly appraisal of an inspector (督学年度考核). What is counted is counted from the records while it is being worked on, and
-- fixed in the snapshot when the director confirms it.
create table zone.appraisal (
    inspector_id  uuid not null references zone.inspector (id),
    year          int not null check (year between 2000 and 2100),
    state         text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'CONFIRMED')),
    office_mark   int check (office_mark between 0 and 100),
    comment       text,
    grade         text check (grade in ('EXCELLENT', 'COMPETENT', 'BASIC', 'INCOMPETENT')),
    grade_reason  text,
    snapshot      jsonb,
    version       bigint not null default 0,
    primary key (inspector_id, year),
    check (state not in ('SUBMITTED', 'CONFIRMED') or office_mark is not null and comment is not null),
    check ((state = 'CONFIRMED') = (snapshot is not null) and (state = 'CONFIRMED') = (grade is not null))
);
create index appraisal_year on zone.appraisal (year);
grant select, insert, update on zone.appraisal to ${appRole};
create table zone.appraisal_step (
    id           uuid primary key,
    inspector_id uuid not null,
    year         int not null,
    kind         text not null check (kind in ('SUBMITTED', 'RETURNED', 'CONFIRMED', 'ACKNOWLEDGED')),
    note         text,
    actor        text not null,
    actor_name   text not null,
    at           timestamptz not null,
    foreign key (inspector_id, year) references zone.appraisal (inspector_id, year)
);
create index appraisal_step_of on zone.appraisal_step (inspector_id, year, at);
-- the inspector says once that it was read
create unique index appraisal_read_once on zone.appraisal_step (inspector_id, year) where kind = 'ACKNOWLEDGED';
grant select, insert on zone.appraisal_step to ${appRole};
--rollback drop table zone.appraisal_step; drop table zone.appraisal;

--changeset dudao:zone-202611282210-appraisal-rule
-- A weight of nothing leaves a figure out.
alter table zone.county_rule drop constraint county_rule_value_check;
alter table zone.county_rule add constraint county_rule_value_check check (value >= 0);
insert into zone.rule (code, valid_from, value, source, verified) values
    ('APPRAISAL_WEIGHT_FULFILMENT', '2016-07-29', 20, '本软件拟定：《督学管理暂行办法》要求考核督学，未规定权重', false),
    ('APPRAISAL_WEIGHT_COVERAGE', '2016-07-29', 25, '本软件拟定', false),
    ('APPRAISAL_WEIGHT_CLOSURE', '2016-07-29', 15, '本软件拟定', false),
    ('APPRAISAL_WEIGHT_TRAINING', '2016-07-29', 15, '本软件拟定', false),
    ('APPRAISAL_WEIGHT_REPORTS', '2016-07-29', 10, '本软件拟定', false),
    ('APPRAISAL_WEIGHT_FEEDBACK', '2016-07-29', 15, '本软件拟定', false),
    ('APPRAISAL_OFFICE_SHARE', '2016-07-29', 40, '本软件拟定：督导室评分占总分的百分比', false),
    ('APPRAISAL_EXCELLENT', '2016-07-29', 90, '本软件拟定：优秀的最低总分', false),
    ('APPRAISAL_COMPETENT', '2016-07-29', 70, '本软件拟定：称职（合格）的最低总分', false),
    ('APPRAISAL_BASIC', '2016-07-29', 60, '本软件拟定：基本称职（基本合格）的最低总分', false);
--rollback delete from zone.rule where code like 'APPRAISAL%'; alter table zone.county_rule drop constraint county_rule_value_check; alter table zone.county_rule add constraint county_rule_value_check check (value > 0);
