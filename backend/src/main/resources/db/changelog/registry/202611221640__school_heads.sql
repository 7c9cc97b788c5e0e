--liquibase formatted sql

--changeset dudao:registry-202611221640-school-head
-- Who headed a school from which day; until the day before the next one. What a head answers for is told by these days.
create table registry.school_head (
    school_id uuid not null references registry.school (id),
    since     date not null,
    name      text not null check (btrim(name) <> ''),
    primary key (school_id, since)
);
grant select, insert, update, delete on registry.school_head to ${appRole};
--rollback drop table registry.school_head;
