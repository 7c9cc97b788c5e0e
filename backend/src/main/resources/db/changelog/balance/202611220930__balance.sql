--liquibase formatted sql

--changeset dudao:balance-202611220930-schema
create schema balance;
grant usage on schema balance to ${appRole};
--rollback drop schema balance;

--changeset dudao:balance-202611220930-framework
-- A framework is one document (indicators, parameters with source and tag). region_code null: national, shipped.
create table balance.framework (
    id           uuid primary key,
    code         text not null check (code ~ '^[A-Z][A-Z0-9_]{2,39}$'),
    version      int not null check (version > 0),
    state        text not null check (state in ('DRAFT', 'PUBLISHED')),
    region_code  text references registry.region (code),
    based_on     uuid references balance.framework (id),
    document     jsonb not null,
    created_by   text not null,
    created_at   timestamptz not null,
    published_by text,
    published_at timestamptz,
    lock_version bigint not null default 0,
    unique (code, version),
    check ((state = 'PUBLISHED') = (published_at is not null))
);
create unique index framework_one_draft on balance.framework (code) where state = 'DRAFT';
grant select, insert, update, delete on balance.framework to ${appRole};
--rollback drop table balance.framework;

--changeset dudao:balance-202611220930-framework-immutable splitStatements:false
-- A published version never changes, whoever asks: code checks it, this makes it so.
create function balance.keep_published() returns trigger language plpgsql as $$
begin
    if old.state = 'PUBLISHED' then
        raise exception 'published framework % version % cannot be changed', old.code, old.version
            using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger framework_keep_published before update or delete on balance.framework
    for each row execute function balance.keep_published();
--rollback drop trigger framework_keep_published on balance.framework; drop function balance.keep_published();

--changeset dudao:balance-202611220930-run
-- A run is a snapshot: never updated, never deleted by the application.
create table balance.run (
    id           uuid primary key,
    framework_id uuid not null references balance.framework (id),
    region_code  text not null references registry.region (code),
    region_name  text not null,
    year         smallint not null,
    rules        jsonb not null,
    inputs       jsonb not null,
    stages       jsonb not null,
    checksum     text not null,
    created_by   text not null,
    created_at   timestamptz not null
);
create index run_region on balance.run (region_code text_pattern_ops, year, created_at desc);
grant select, insert on balance.run to ${appRole};
create table balance.run_indicator (
    run_id             uuid not null references balance.run (id),
    stage              text not null check (stage in ('PRIMARY', 'JUNIOR')),
    number             smallint not null,
    indicator          text not null,
    mean               double precision,
    standard_deviation double precision,
    coefficient        double precision,
    limit_value        numeric not null,
    met                boolean,
    reason             text,
    below_threshold    int not null,
    primary key (run_id, stage, number)
);
grant select, insert on balance.run_indicator to ${appRole};
--rollback drop table balance.run_indicator; drop table balance.run;

--changeset dudao:balance-202611220930-plan
create table balance.plan (
    id          uuid primary key,
    run_id      uuid not null references balance.run (id),
    region_code text not null references registry.region (code),
    name        text not null check (btrim(name) <> ''),
    note        text,
    additions   jsonb not null,
    costs       jsonb not null,
    bill        numeric not null,
    outcome     jsonb not null,
    created_by  text not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    version     bigint not null default 0
);
create index plan_run on balance.plan (run_id, created_at);
grant select, insert, update, delete on balance.plan to ${appRole};
create table balance.cost_sheet (
    region_code text primary key references registry.region (code),
    costs       jsonb not null,
    updated_by  text not null,
    updated_at  timestamptz not null,
    version     bigint not null
);
grant select, insert, update on balance.cost_sheet to ${appRole};
--rollback drop table balance.cost_sheet; drop table balance.plan;

--changeset dudao:balance-202611220930-rollup
create table balance.rollup (
    id           uuid primary key,
    framework_id uuid not null references balance.framework (id),
    region_code  text not null references registry.region (code),
    year         smallint not null,
    job_id       uuid,
    state        text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    message      text,
    counties     int not null default 0,
    schools      bigint not null default 0,
    created_by   text not null,
    created_at   timestamptz not null,
    finished_at  timestamptz
);
create index rollup_region on balance.rollup (region_code text_pattern_ops, created_at desc);
grant select, insert, update on balance.rollup to ${appRole};
-- No foreign keys on the two mass tables: their rows are written by one job, in one transaction with the roll-up's end.
create table balance.rollup_stage (
    rollup_id        uuid not null,
    county_code      text not null,
    county_name      text not null,
    stage            text not null,
    verdict          text not null,
    composite        double precision,
    distance         double precision,
    schools          int not null,
    schools_passing  int not null,
    schools_needed   int,
    pupils           numeric not null,
    excluded         int not null,
    missing          int not null,
    primary key (rollup_id, county_code, stage)
);
create table balance.rollup_indicator (
    rollup_id          uuid not null,
    county_code        text not null,
    stage              text not null,
    number             smallint not null,
    indicator          text not null,
    mean               double precision,
    standard_deviation double precision,
    coefficient        double precision,
    limit_value        numeric not null,
    met                boolean,
    reason             text,
    below_threshold    int not null,
    primary key (rollup_id, county_code, stage, number)
);
grant select, insert on balance.rollup_stage, balance.rollup_indicator to ${appRole};
--rollback drop table balance.rollup_indicator; drop table balance.rollup_stage; drop table balance.rollup;
