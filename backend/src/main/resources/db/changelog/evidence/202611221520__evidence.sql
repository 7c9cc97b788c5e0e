--liquibase formatted sql

--changeset dudao:evidence-202611221520-schema
create schema evidence;
grant usage on schema evidence to ${appRole};
--rollback drop schema evidence;

--changeset dudao:evidence-202611221520-content
-- What is known of a blob's content, once for all files that have it.
create table evidence.content (
    sha256      text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    size        bigint not null check (size > 0),
    media_type  text not null,
    kind        text not null check (kind in ('PHOTO', 'DOCUMENT', 'AUDIO', 'VIDEO')),
    scan        text not null check (scan in ('OFF', 'WAITING', 'CLEAN', 'INFECTED')),
    signature   text,
    width       int,
    height      int,
    taken_at    timestamptz,
    thumbnail   text,
    published   text,
    looked_at   timestamptz,
    next_try_at timestamptz,
    check ((scan = 'INFECTED') = (signature is not null))
);
comment on column evidence.content.thumbnail is 'blob of a small picture';
comment on column evidence.content.published is 'blob of the picture without EXIF, for publication; the original keeps its own';
create index content_derivatives on evidence.content (thumbnail) where thumbnail is not null;
create index content_published on evidence.content (published) where published is not null;
create index content_waiting on evidence.content (next_try_at) where looked_at is null;
grant select, insert, update, delete on evidence.content to ${appRole};
--rollback drop table evidence.content;

--changeset dudao:evidence-202611221520-file
create table evidence.file (
    id            uuid primary key,
    sha256        text not null references evidence.content (sha256),
    name          text not null,
    fact_on       date,
    uploaded_at   timestamptz not null,
    received_at   timestamptz not null,
    uploader      text not null,
    uploader_name text not null,
    region_code   text not null references registry.region (code),
    school_id     uuid references registry.school (id),
    note          text,
    upload_id     text,
    version       bigint not null default 0
);
comment on column evidence.file.fact_on is 'day of what it shows; null until somebody says';
comment on column evidence.file.uploaded_at is 'when the client says it was sent';
comment on column evidence.file.received_at is 'when the server had all of it; never changes';
create index file_content on evidence.file (sha256);
create index file_uploader on evidence.file (uploader, received_at desc);
create index file_received on evidence.file (received_at);
create unique index file_upload on evidence.file (upload_id);
grant select, insert, update, delete on evidence.file to ${appRole};
--rollback drop table evidence.file;

--changeset dudao:evidence-202611221520-file-immutable splitStatements:false
create function evidence.keep_receipt() returns trigger language plpgsql as $$
begin
    if (new.id, new.sha256, new.received_at, new.uploaded_at, new.uploader)
        is distinct from (old.id, old.sha256, old.received_at, old.uploaded_at, old.uploader) then
        raise exception 'what was received, when and from whom cannot be changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger file_receipt before update on evidence.file for each row execute function evidence.keep_receipt();
--rollback drop trigger file_receipt on evidence.file; drop function evidence.keep_receipt;

--changeset dudao:evidence-202611221520-proof
-- What a file proves. Detaching adds who and why; the row stays.
create table evidence.proof (
    id            uuid primary key,
    file_id       uuid not null references evidence.file (id),
    subject_type  text not null,
    subject_id    text not null,
    item          text not null default '',
    attached_at   timestamptz not null,
    attached_by   text not null,
    attacher_name text not null,
    detached_at   timestamptz,
    detached_by   text,
    detacher_name text,
    detached_for  text,
    check ((detached_at is null) = (detached_by is null))
);
create unique index proof_once on evidence.proof (subject_type, subject_id, item, file_id) where detached_at is null;
create index proof_file on evidence.proof (file_id);
grant select, insert on evidence.proof to ${appRole};
grant update (detached_at, detached_by, detacher_name, detached_for) on evidence.proof to ${appRole};
--rollback drop table evidence.proof;
