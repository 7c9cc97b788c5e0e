--liquibase formatted sql

--changeset dudao:kernel-202611221510-audit-who
-- Who acted, in the words of the time: names and roles change, the record does not.
alter table kernel.audit add column actor_name text;
alter table kernel.audit add column actor_role text;
alter table kernel.audit add column actor_region text;
alter table kernel.audit add column source text;
create index audit_actor on kernel.audit (actor, at desc);
create index audit_region on kernel.audit (region_code text_pattern_ops, at desc);
--rollback drop index kernel.audit_region; drop index kernel.audit_actor; alter table kernel.audit drop column source; alter table kernel.audit drop column actor_region; alter table kernel.audit drop column actor_role; alter table kernel.audit drop column actor_name;

--changeset dudao:kernel-202611221510-audit-chain
-- One link a record: its hash covers the record and the link before it, the first of a day the last of the day before.
-- No foreign key: a record removed by force must leave its link behind, so that the check can name it.
create table kernel.audit_link (
    day       date not null,
    seq       bigint not null,
    audit_id  uuid not null unique,
    previous  bytea not null,
    hash      bytea not null,
    linked_at timestamptz not null,
    primary key (day, seq)
);
-- Records not linked yet; written with the record itself.
create table kernel.audit_pending (
    audit_id uuid primary key
);
insert into kernel.audit_pending (audit_id) select id from kernel.audit;
grant select, insert on kernel.audit_link to ${appRole};
grant select, insert, delete on kernel.audit_pending to ${appRole};
--rollback drop table kernel.audit_pending; drop table kernel.audit_link;
