--liquibase formatted sql

--changeset dudao:publication-202611222330-published
-- The day a document was made known to everybody (公开): it stands on the school's public page from then on.
alter table publication.document add column published_on date;
grant update (published_on) on publication.document to ${appRole};
create index document_published on publication.document (school_id, issued_on desc) where published_on is not null;
--rollback alter table publication.document drop column published_on;
