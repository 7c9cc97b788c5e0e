--liquibase formatted sql

--changeset dudao:rectification-202611222010-sources-in-english
-- Where a term comes from, for those who read English; null where an office wrote its own reason.
alter table rectification.ladder_step add column source_en text;
alter table rectification.time_limit add column source_en text;
update rectification.ladder_step set source_en = 'Drafted with this software' where source = '本软件拟定';
update rectification.ladder_step
    set source_en = 'Measures on accountability in education supervision (教育督导问责办法, 2021); days drafted with this software'
    where source = '《教育督导问责办法》（2021）；天数由本软件拟定';
update rectification.time_limit set source_en = 'Drafted with this software' where source = '本软件拟定';
--rollback alter table rectification.ladder_step drop column source_en; alter table rectification.time_limit drop column source_en;
