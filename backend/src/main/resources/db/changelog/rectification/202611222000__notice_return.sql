--liquibase formatted sql

--changeset dudao:rectification-202611222000-notice-return
-- Why the director last gave a draft back, and to whom copies go (抄送).
alter table rectification.notice add column copies text;
alter table rectification.notice add column returned_for text;
alter table rectification.notice add column returner_name text;
alter table rectification.notice add column returned_at timestamptz;
alter table rectification.notice add constraint notice_returned
    check ((returned_for is null) = (returned_at is null) and (returned_for is null) = (returner_name is null));
--rollback alter table rectification.notice drop column copies, drop column returned_for, drop column returner_name, drop column returned_at;
