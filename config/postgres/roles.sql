-- The database roles of Trellis and Keycloak and their databases. The superuser runs this once on a
-- new server and is not needed afterwards. Words with a colon in front are passwords:
-- the launcher fills them in, and psql does with -v owner_password=... and so on.

-- Owns the tables and migrates them. No superuser, and row-level security binds it too.
create role trellis_owner login password :'owner_password'
  nosuperuser nocreatedb nocreaterole nobypassrls noreplication;

-- The application. It reads and writes what row-level security shows it.
create role trellis_app login password :'app_password'
  nosuperuser nocreatedb nocreaterole nobypassrls noreplication;

-- Seals the audit log and does nothing else.
create role trellis_sealer login password :'sealer_password'
  nosuperuser nocreatedb nocreaterole nobypassrls noreplication;

-- Keycloak, in a database of its own.
create role keycloak login password :'keycloak_password'
  nosuperuser nocreatedb nocreaterole nobypassrls noreplication;

create database trellis owner trellis_owner;
create database keycloak owner keycloak;

-- Nobody enters a database that is not theirs.
revoke all on database trellis from public;
revoke all on database keycloak from public;
grant connect on database trellis to trellis_app, trellis_sealer;

-- No transaction stays open for ever: one would keep the audit log from being sealed.
alter role trellis_app set transaction_timeout = '60s';
alter role trellis_sealer set transaction_timeout = '60s';
alter role keycloak set transaction_timeout = '10min';
