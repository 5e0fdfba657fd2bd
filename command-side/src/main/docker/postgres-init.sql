-- Run once by the image of PostgreSQL, as its superuser, on an empty data folder. The owner migrates; the application
-- works with the rights that the migrations grant it, and can neither change nor delete an event.
\set ON_ERROR_STOP on
\getenv owner_password NEXNUM_OWNER_PASSWORD
\getenv app_password NEXNUM_APP_PASSWORD
create role nexnum_owner login password :'owner_password';
create role nexnum_app login password :'app_password';
create database nexnum owner nexnum_owner;
revoke all on database nexnum from public;
grant connect on database nexnum to nexnum_app;
