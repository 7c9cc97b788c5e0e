--liquibase formatted sql

--changeset dudao:zone-202611222310-public-code
-- What stands in the QR code of a letter, card or board: a random word that says nothing and leads to a public page.
create table zone.public_code (
    code       text primary key check (length(code) >= 26),
    kind       text not null check (kind in ('APPOINTMENT', 'SCHOOL')),
    subject_id uuid not null,
    made_at    timestamptz not null,
    unique (kind, subject_id)
);
grant select, insert on zone.public_code to ${appRole};
--rollback drop table zone.public_code;
