--liquibase formatted sql

--changeset dudao:registry-202611220930-import
create table registry.import (
    id             uuid primary key,
    kind           text not null check (kind in ('SCHOOLS', 'FIGURES')),
    file_name      text not null,
    format         text not null check (format in ('XLSX', 'CSV')),
    size           bigint not null,
    sha256         text not null,
    region_code    text not null references registry.region (code),
    year           smallint,
    state          text not null check (state in ('NEEDS_MAPPING', 'UPLOADED', 'CHECKING', 'CHECKED', 'COMMITTING', 'COMMITTED', 'DISCARDED')),
    header_row     int not null,
    headers        jsonb not null,
    mapping        jsonb not null,
    missing        text[] not null default '{}',
    job_id         uuid,
    rows_total     int not null default 0,
    rows_clean     int not null default 0,
    rows_error     int not null default 0,
    rows_confirm   int not null default 0,
    rows_skipped   int not null default 0,
    to_create      int not null default 0,
    to_update      int not null default 0,
    unchanged      int not null default 0,
    committed_rows int not null default 0,
    base_entry     bigint,
    message        text,
    actor          text not null,
    actor_name     text not null,
    created_at     timestamptz not null,
    checked_at     timestamptz,
    committed_at   timestamptz,
    version        bigint not null default 0
);
create index import_region on registry.import (region_code text_pattern_ops, created_at desc);
create table registry.import_file (
    import_id uuid primary key references registry.import (id),
    content   bytea not null
);
alter table registry.import_file alter column content set storage external;
create table registry.import_row (
    import_id uuid not null,
    row_no    int not null,
    school_id uuid,
    code      text not null,
    year      smallint,
    pass      smallint not null,
    needs     text not null check (needs in ('NOTHING', 'CONFIRMATION')),
    action    text not null check (action in ('CREATE', 'UPDATE')),
    payload   jsonb not null
);
create index import_row_import on registry.import_row (import_id);
create table registry.import_problem (
    import_id uuid not null,
    row_no    int not null,
    column_no int not null,
    header    text not null,
    rule      text not null,
    severity  text not null check (severity in ('ERROR', 'CONFIRM', 'WARNING')),
    found     text not null,
    expected  text not null,
    params    text[] not null
);
create index import_problem_import on registry.import_problem (import_id, row_no, column_no);
create table registry.import_mapping (
    id          uuid primary key,
    name        text not null,
    kind        text not null check (kind in ('SCHOOLS', 'FIGURES')),
    region_code text not null references registry.region (code),
    columns     jsonb not null,
    actor_name  text not null,
    at          timestamptz not null,
    unique (region_code, kind, name)
);
grant select, insert, update on registry.import to ${appRole};
grant select, insert on registry.import_file to ${appRole};
grant select, insert, delete on registry.import_row, registry.import_problem to ${appRole};
grant select, insert, update, delete on registry.import_mapping to ${appRole};
--rollback drop table registry.import_mapping; drop table registry.import_problem; drop table registry.import_row; drop table registry.import_file; drop table registry.import;
