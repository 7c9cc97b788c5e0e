--liquibase formatted sql

--changeset dudao:zone-202611222100-schema
create schema zone;
grant usage on schema zone to ${appRole};
--rollback drop schema zone;

--changeset dudao:zone-202611222100-rule
-- Numbers the regime asks for, each from a day on and with its source; what nobody has confirmed says so.
create table zone.rule (
    code       text not null,
    valid_from date not null,
    value      int not null check (value > 0),
    source     text not null,
    verified   boolean not null,
    primary key (code, valid_from)
);
insert into zone.rule (code, valid_from, value, source, verified) values
    ('TERM_YEARS', '2012-10-01', 3, '《教育督导条例》（国务院令第624号）第六条', true),
    ('TERMS_IN_ROW', '2012-10-01', 3, '《教育督导条例》（国务院令第624号）第六条', true),
    ('YEARS_OF_WORK', '2012-10-01', 10, '《教育督导条例》（国务院令第624号）第七条', true),
    ('TRAINING_HOURS', '2016-07-29', 40, '《督学管理暂行办法》（教督〔2016〕2号）', true),
    ('ANNOUNCEMENT_DAYS', '2016-07-29', 5, '本软件拟定；《督学管理暂行办法》只要求公示，未规定天数', false),
    ('EXPIRY_WARNING_DAYS', '2016-07-29', 90, '本软件拟定', false),
    ('BREAK_MONTHS', '2012-10-01', 12, '本软件拟定：中断不满此月数的，仍算连续任职', false);
grant select, insert, update on zone.rule to ${appRole};
--rollback drop table zone.rule;

--changeset dudao:zone-202611222100-inspector
create table zone.inspector (
    id            uuid primary key,
    region_code   text not null references registry.region (code),
    name          text not null,
    kind          text not null check (kind in ('FULL_TIME', 'PART_TIME', 'RESPONSIBLE', 'SPECIAL')),
    employer      text,
    post          text,
    degree        text check (degree in ('ASSOCIATE', 'BACHELOR', 'MASTER', 'DOCTOR')),
    works_since   date,
    subjects      text[] not null default '{}',
    phone         text,
    photo         uuid,
    account       text unique,
    registered_at timestamptz not null,
    version       bigint not null default 0
);
create index inspector_region on zone.inspector (region_code text_pattern_ops);
grant select, insert, update on zone.inspector to ${appRole};
--rollback drop table zone.inspector;

--changeset dudao:zone-202611222100-appointment
-- A term of office from the recommendation to its end (推荐—审核—批准—公示—聘任).
create table zone.appointment (
    id              uuid primary key,
    inspector_id    uuid not null references zone.inspector (id),
    state           text not null check (state in ('RECOMMENDED', 'REVIEWED', 'APPROVED', 'ANNOUNCED', 'APPOINTED', 'REFUSED', 'DISMISSED')),
    announced_until date,
    term_no         int check (term_no > 0),
    starts_on       date,
    ends_on         date,
    check ((starts_on is null) = (ends_on is null) and (starts_on is null) = (term_no is null)),
    check (state not in ('APPOINTED', 'DISMISSED') or starts_on is not null),
    check (ends_on >= starts_on)
);
create unique index appointment_under_way on zone.appointment (inspector_id)
    where state in ('RECOMMENDED', 'REVIEWED', 'APPROVED', 'ANNOUNCED');
create index appointment_inspector on zone.appointment (inspector_id, starts_on);
create table zone.appointment_step (
    id             uuid primary key,
    appointment_id uuid not null references zone.appointment (id),
    kind           text not null,
    on_date        date not null,
    text           text,
    evidence       uuid[] not null default '{}',
    actor          text not null,
    actor_name     text not null,
    at             timestamptz not null
);
create index appointment_step_of on zone.appointment_step (appointment_id, at);
grant select, insert, update on zone.appointment to ${appRole};
grant select, insert on zone.appointment_step to ${appRole};
--rollback drop table zone.appointment_step; drop table zone.appointment;

--changeset dudao:zone-202611222100-training
create table zone.training (
    id           uuid primary key,
    inspector_id uuid not null references zone.inspector (id),
    from_day     date not null,
    until_day    date not null,
    hours        numeric(5, 1) not null check (hours > 0),
    topic        text not null,
    organiser    text not null,
    evidence     uuid[] not null default '{}',
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    check (until_day >= from_day)
);
create index training_inspector on zone.training (inspector_id, until_day);
grant select, insert, delete on zone.training to ${appRole};
--rollback drop table zone.training;

--changeset dudao:zone-202611222100-conflict
-- Why an inspector may not supervise a school (回避).
create table zone.conflict (
    id           uuid primary key,
    inspector_id uuid not null references zone.inspector (id),
    school_id    uuid not null references registry.school (id),
    kind         text not null check (kind in ('RELATIVE', 'FORMER_SCHOOL', 'OTHER')),
    note         text not null,
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    unique (inspector_id, school_id, kind)
);
grant select, insert, delete on zone.conflict to ${appRole};
--rollback drop table zone.conflict;
