--liquibase formatted sql

--changeset dudao:zone-202611290540-record-doubts
-- What was doubtful about a record's times when it was received; codes of VisitDoubt.
alter table zone.visit_record add column doubts text[] not null default '{}';
--rollback alter table zone.visit_record drop column doubts;

--changeset dudao:zone-202611290540-rule
insert into zone.rule (code, valid_from, value, source, verified) values
    ('RECORD_LATE_DAYS', '2013-09-01', 7, '本软件拟定：督导后超过此天数才送达的记录作标记', false),
    ('VISIT_LONGEST_HOURS', '2013-09-01', 12, '本软件拟定：一次督导超过此小时数作标记', false);
--rollback delete from zone.rule where code in ('RECORD_LATE_DAYS', 'VISIT_LONGEST_HOURS');
