--liquibase formatted sql

--changeset dudao:zone-202611222310-visit-checklist
-- The checklist chosen for a visit beforehand (null: whoever goes chooses), and who is to go (null: whoever answers for the
-- school on the day).
alter table zone.visit add column system_id uuid;
alter table zone.visit add column inspector_id uuid references zone.inspector (id);
create index visit_inspector on zone.visit (inspector_id, coalesce(made_on, planned_on));
--rollback drop index zone.visit_inspector; alter table zone.visit drop column inspector_id; alter table zone.visit drop column system_id;

--changeset dudao:zone-202611222310-visit-participant
-- Who else goes along (协作督导): inspectors of the register, and departments or people by name.
create table zone.visit_participant (
    visit_id     uuid not null references zone.visit (id),
    no           int not null,
    inspector_id uuid references zone.inspector (id),
    name         text not null,
    primary key (visit_id, no),
    unique (visit_id, inspector_id)
);
create index visit_participant_inspector on zone.visit_participant (inspector_id);
grant select, insert, delete on zone.visit_participant to ${appRole};
--rollback drop table zone.visit_participant;
