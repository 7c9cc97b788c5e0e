--liquibase formatted sql

--changeset dudao:registry-202611221355-import-years
alter table registry.import add column years smallint[] not null default '{}';
