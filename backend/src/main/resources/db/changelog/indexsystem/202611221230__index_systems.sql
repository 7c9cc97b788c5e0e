--liquibase formatted sql

--changeset dudao:indexsystem-202611221230-schema
create schema indexsystem;
grant usage on schema indexsystem to ${appRole};
--rollback drop schema indexsystem;

--changeset dudao:indexsystem-202611221230-system
-- One version of an index system as one document. region_code null: shipped, for everybody.
create table indexsystem.system (
    id           uuid primary key,
    code         text not null check (code ~ '^[A-Z][A-Z0-9_]{2,39}$'),
    version      int not null check (version > 0),
    state        text not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
    subject      text not null,
    region_code  text references registry.region (code),
    based_on     uuid references indexsystem.system (id),
    document     jsonb not null,
    checksum     text,
    created_by   text not null,
    created_at   timestamptz not null,
    published_by text,
    published_at timestamptz,
    retired_by   text,
    retired_at   timestamptz,
    lock_version bigint not null default 0,
    unique nulls not distinct (region_code, code, version),
    check ((state = 'DRAFT') = (published_at is null)),
    check ((state = 'DRAFT') = (checksum is null)),
    check ((state = 'RETIRED') = (retired_at is not null))
);
create unique index system_one_draft on indexsystem.system (region_code, code) where state = 'DRAFT';
grant select, insert, update, delete on indexsystem.system to ${appRole};
--rollback drop table indexsystem.system;

--changeset dudao:indexsystem-202611221230-immutable splitStatements:false
-- What is published stays as it is: only its retirement may be written. Code checks it, this makes it so.
create function indexsystem.keep_published() returns trigger language plpgsql as $$
begin
    if old.state = 'DRAFT' then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_op = 'UPDATE' and old.state = 'PUBLISHED' and new.state = 'RETIRED'
        and (new.document, new.checksum, new.code, new.version, new.region_code, new.published_by, new.published_at)
            is not distinct from
            (old.document, old.checksum, old.code, old.version, old.region_code, old.published_by, old.published_at) then
        return new;
    end if;
    raise exception 'published index system % version % cannot be changed', old.code, old.version
        using errcode = 'restrict_violation';
end $$;
create trigger system_keep_published before update or delete on indexsystem.system
    for each row execute function indexsystem.keep_published();
--rollback drop trigger system_keep_published on indexsystem.system; drop function indexsystem.keep_published();
