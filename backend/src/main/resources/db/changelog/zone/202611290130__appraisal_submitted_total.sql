--liquibase formatted sql

--changeset dudao:zone-202611290130-appraisal-submitted-total
-- What an appraisal came to when it was laid before the director; the figures go on being counted until it is confirmed.
alter table zone.appraisal add column submitted_total numeric(4, 1);
--rollback alter table zone.appraisal drop column submitted_total;
