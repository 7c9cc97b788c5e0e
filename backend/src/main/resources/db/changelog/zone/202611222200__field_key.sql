--liquibase formatted sql

--changeset dudao:zone-202611222200-field-key
-- What a person's work is locked with on a phone. Kept here so that a phone need not keep it while somebody else uses it.
create table zone.field_key (
    account    text primary key,
    secret     bytea not null check (length(secret) = 32),
    created_at timestamptz not null
);
grant select, insert on zone.field_key to ${appRole};
--rollback drop table zone.field_key;

--changeset dudao:zone-202611222200-handed-in
-- Who at the office handed a record in from an exported file; null when it came from its maker's own phone.
alter table zone.visit_record add column handed_in_by text;
--rollback alter table zone.visit_record drop column handed_in_by;
