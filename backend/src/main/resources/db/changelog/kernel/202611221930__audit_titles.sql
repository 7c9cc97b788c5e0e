--liquibase formatted sql

--changeset dudao:kernel-202611221930-audit-subject-title
-- What the thing was called when the record was written. Part of the record's hash where there is one.
alter table kernel.audit add column subject_title text;
--rollback alter table kernel.audit drop column subject_title;
