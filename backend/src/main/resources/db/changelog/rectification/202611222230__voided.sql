--liquibase formatted sql

--changeset dudao:rectification-202611222230-voided
-- A finding recorded by mistake is voided with the reason before any unit is asked for anything.
alter table rectification.finding drop constraint finding_state_check;
alter table rectification.finding add constraint finding_state_check
    check (state in ('RAISED', 'NOTIFIED', 'RECTIFYING', 'REPLIED', 'ACCEPTED', 'CLOSED', 'VOIDED'));
--rollback alter table rectification.finding drop constraint finding_state_check; alter table rectification.finding add constraint finding_state_check check (state in ('RAISED', 'NOTIFIED', 'RECTIFYING', 'REPLIED', 'ACCEPTED', 'CLOSED'));
