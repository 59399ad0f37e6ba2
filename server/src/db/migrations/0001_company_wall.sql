-- The second wall between companies: row-level security, and a role that may not step around it.
-- A superuser is never stopped by row-level security, so transactions switch to cession_app where it exists.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cession_app') THEN
    CREATE ROLE cession_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION
  -- Another database of this server made it meanwhile, or this user may not make roles. Both are fine:
  -- a user who may not make roles is no superuser, and forced row-level security holds for it too.
  WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
END $$;
--> statement-breakpoint
-- Whoever makes a role may administer it, but since PostgreSQL 16 not change into it without this grant.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'cession_app') THEN
    EXECUTE format('GRANT cession_app TO %I', current_user);
  END IF;
EXCEPTION
  WHEN insufficient_privilege OR invalid_grant_operation THEN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION app_company() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.company', true), '')::uuid;
--> statement-breakpoint
CREATE FUNCTION row_ver_must_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % changed without a new row_ver: write it through the sync spine', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
-- Puts one table behind the wall. A table with row_ver is a synced one: its rows are buried, never deleted,
-- and every change of a row must move its version. Safe to call again.
CREATE FUNCTION protect_company_table(target regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  synced boolean := EXISTS (
    SELECT FROM pg_attribute WHERE attrelid = target AND attname = 'row_ver' AND NOT attisdropped);
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = target AND polname = 'own_company') THEN
    EXECUTE format(
      'CREATE POLICY own_company ON %s USING (company_id = app_company()) WITH CHECK (company_id = app_company())',
      target);
  END IF;
  IF synced AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = target AND tgname = 'row_ver_grows') THEN
    EXECUTE format(
      'CREATE TRIGGER row_ver_grows BEFORE UPDATE ON %s FOR EACH ROW
       WHEN (NEW.row_ver <= OLD.row_ver) EXECUTE FUNCTION row_ver_must_grow()', target);
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'cession_app') THEN
    EXECUTE format('GRANT SELECT, INSERT, UPDATE%s ON %s TO cession_app',
      CASE WHEN synced THEN '' ELSE ', DELETE' END, target);
  END IF;
END $$;
--> statement-breakpoint
-- Puts every table with a company_id behind the wall that is not there yet.
CREATE FUNCTION protect_company_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  target regclass;
BEGIN
  FOR target IN
    SELECT c.oid FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relforcerowsecurity
  LOOP
    PERFORM protect_company_table(target);
  END LOOP;
END $$;
--> statement-breakpoint
SELECT protect_company_tables();
--> statement-breakpoint
-- Versions say nothing but "something changed". One question for the clocks of all companies someone listens to
-- is what makes live updates cheap, so reading is open; writing is not.
CREATE POLICY clock_is_readable ON company_clock FOR SELECT USING (true);
--> statement-breakpoint
-- Room for the next version beside the old one: the clock changes with every push and never grows an index.
ALTER TABLE company_clock SET (fillfactor = 50);
--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'cession_app') THEN
    GRANT SELECT ON sync_meta TO cession_app;
    REVOKE DELETE ON mutation, disputed_mutation, departure FROM cession_app;
  END IF;
END $$;
--> statement-breakpoint
INSERT INTO sync_meta DEFAULT VALUES;
