--liquibase formatted sql

--changeset dudao:kernel-202611282200-session
-- Logins of browsers (ADR 0062). The cookie's value is nowhere here, only its digest; the tokens are encrypted.
create table kernel.session (
    id            text primary key,
    login         uuid not null,
    id_token      text not null,
    access_token  text,
    refresh_token text,
    expires_in    bigint,
    token_scope   text,
    valid_until   timestamptz not null
);
create index session_login on kernel.session (login);
create index session_valid_until on kernel.session (valid_until);
grant select, insert, update, delete on kernel.session to ${appRole};
--rollback drop table kernel.session;
