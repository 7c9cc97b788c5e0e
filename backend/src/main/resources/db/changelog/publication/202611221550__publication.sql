--liquibase formatted sql

--changeset dudao:publication-202611221550-schema
create schema publication;
grant usage on schema publication to ${appRole};
--rollback drop schema publication;

--changeset dudao:publication-202611221550-office
-- Who issues the documents of a region (发文机关); without a row the name is made from the region's.
create table publication.office (
    region_code text primary key references registry.region (code),
    name        text not null check (btrim(name) <> ''),
    version     bigint not null default 0
);
grant select, insert, update on publication.office to ${appRole};
--rollback drop table publication.office;

--changeset dudao:publication-202611221550-template
-- Templates an office brought; none is ever changed or removed, documents name the one they were made with.
create table publication.template (
    id            uuid primary key,
    kind          text not null,
    region_code   text not null references registry.region (code),
    version_no    int not null check (version_no > 0),
    file_name     text not null,
    sha256        text not null,
    size          bigint not null,
    deviations    jsonb not null,
    uploaded_by   text not null,
    uploader_name text not null,
    uploaded_at   timestamptz not null,
    unique (kind, region_code, version_no)
);
-- Which one is in use; null is the shipped one.
create table publication.template_choice (
    kind        text not null,
    region_code text not null references registry.region (code),
    template_id uuid references publication.template (id),
    version     bigint not null default 0,
    primary key (kind, region_code)
);
grant select, insert on publication.template to ${appRole};
grant select, insert, update on publication.template_choice to ${appRole};
--rollback drop table publication.template_choice; drop table publication.template;

--changeset dudao:publication-202611221550-document
-- The register (发文登记). What was registered stays as it was: the application may change only what happens afterwards.
create table publication.document (
    id            uuid primary key,
    kind          text not null,
    region_code   text not null references registry.region (code),
    county_code   text not null,
    school_id     uuid references registry.school (id),
    unit_name     text not null,
    for_unit      boolean not null,
    document_year smallint,
    document_no   int check (document_no > 0),
    number        text,
    title         text not null,
    recipients    text not null,
    approver_name text not null,
    issued_on     date not null,
    registered_at timestamptz not null,
    subject_id    uuid not null,
    finding_id    uuid,
    fields        jsonb not null,
    template_id   uuid references publication.template (id),
    state         text not null check (state in ('ISSUED', 'WITHDRAWN')),
    withdrawn_on  date,
    withdrawn_for text,
    served_on     date,
    receipt_name  text,
    file_state    text not null check (file_state in ('PENDING', 'READY', 'FAILED', 'NONE')),
    file_problem  text,
    docx_sha256   text,
    pdf_sha256    text,
    rendered_at   timestamptz,
    version       bigint not null default 0,
    unique (kind, county_code, document_year, document_no),
    unique (kind, subject_id),
    check ((number is null) = (document_no is null) and (number is null) = (document_year is null)),
    check ((state = 'WITHDRAWN') = (withdrawn_for is not null)),
    check ((served_on is null) = (receipt_name is null)),
    check ((file_state = 'READY') = (docx_sha256 is not null and pdf_sha256 is not null))
);
create index document_region on publication.document (region_code text_pattern_ops, issued_on desc);
create index document_school on publication.document (school_id, issued_on desc);
create index document_finding on publication.document (finding_id) where finding_id is not null;
grant select, insert on publication.document to ${appRole};
grant update (state, withdrawn_on, withdrawn_for, served_on, receipt_name, file_state, file_problem, docx_sha256, pdf_sha256,
    rendered_at, version) on publication.document to ${appRole};
--rollback drop table publication.document;
