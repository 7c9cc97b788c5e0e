--liquibase formatted sql

--changeset dudao:rectification-202611221600-time-limit
-- Terms the office sets itself, each with where it comes from.
create table rectification.time_limit (
    code     text primary key,
    name_zh  text not null,
    name_en  text not null,
    days     int not null check (days between 1 and 365),
    source   text not null,
    verified boolean not null,
    version  bigint not null default 0
);
insert into rectification.time_limit (code, name_zh, name_en, days, source, verified) values
    ('SERVE_WITHIN', '通知书批准后送达期限', 'Days to serve an approved notice', 3, '本软件拟定', false);
grant select, update on rectification.time_limit to ${appRole};
--rollback drop table rectification.time_limit;
