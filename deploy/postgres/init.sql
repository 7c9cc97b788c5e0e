-- Run once as a superuser on PostgreSQL >= 15, before the first start. The application migrates as the owner and works
-- as dudao_app, which has no DDL. Replace both passwords.
create role dudao_owner login password 'change-me-owner';
create role dudao_app login password 'change-me-app';
create database dudao owner dudao_owner encoding 'UTF8' template template0 locale_provider icu icu_locale 'zh-Hans-CN' locale 'C.UTF-8';
\connect dudao
alter schema public owner to dudao_owner;
revoke create on schema public from public;
