--liquibase formatted sql

--changeset dudao:zone-202611282330-key-points-approval
-- Each approval has an id of its own: the document issued of it is about these words, not about those approved after a reopening.
alter table zone.key_points add column approval_id uuid unique;
update zone.key_points set approval_id = gen_random_uuid() where state = 'APPROVED';
alter table zone.key_points add check ((state = 'APPROVED') = (approval_id is not null));
--rollback alter table zone.key_points drop column approval_id;
