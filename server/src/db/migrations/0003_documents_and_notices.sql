CREATE TABLE "card_document" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"card_id" uuid NOT NULL,
	"audience_ids" uuid[] NOT NULL,
	"type" text NOT NULL,
	"notice_id" uuid,
	"file_name" text NOT NULL,
	"file" jsonb,
	"bytes_at" timestamp(3) with time zone,
	"note" text NOT NULL,
	"form" text NOT NULL,
	"due_on" text,
	"original" text NOT NULL,
	"moves" jsonb NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp(3) with time zone NOT NULL,
	"removed" boolean NOT NULL,
	CONSTRAINT "card_document_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "file_part" (
	"company_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"n" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_part_company_id_sha256_n_pk" PRIMARY KEY("company_id","sha256","n")
);
--> statement-breakpoint
CREATE TABLE "file" (
	"company_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"byte_length" integer,
	"media_type" text,
	"verified_at" timestamp(3) with time zone,
	CONSTRAINT "file_company_id_sha256_pk" PRIMARY KEY("company_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "notice_handoff" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"notice_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"number" text NOT NULL,
	"debtor_name" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"outcome" text NOT NULL,
	"sealed_sha256" text NOT NULL,
	"data_sha256" text NOT NULL,
	"bundle_sha256" text NOT NULL,
	"head" text NOT NULL,
	"account_id" uuid,
	"account_version" integer,
	"received_at" timestamp(3) with time zone NOT NULL,
	"enqueued_at" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	"claimed_by" uuid,
	"lease_until" timestamp(3) with time zone,
	"filed_by" uuid,
	"filed_at" timestamp(3) with time zone,
	"note" text NOT NULL,
	CONSTRAINT "notice_handoff_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "agreement" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"factor_id" uuid NOT NULL,
	"number" text NOT NULL,
	"signed_on" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"recourse" boolean NOT NULL,
	"currency" text NOT NULL,
	"register_entry" jsonb,
	"three_party" jsonb,
	"account_id" uuid,
	"status" text NOT NULL,
	CONSTRAINT "agreement_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "debtor_limit" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"agreement_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"decided_on" text,
	"note" text NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "debtor_limit_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "factor" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"legal_name" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"numbers" jsonb NOT NULL,
	"seat" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"contact_email" text NOT NULL,
	CONSTRAINT "factor_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "payee_account" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"agreement_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"holder_name" text NOT NULL,
	"bank_name" text NOT NULL,
	"currency" text NOT NULL,
	"numbers" jsonb NOT NULL,
	"because" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp(3) with time zone,
	"rejected_because" text,
	CONSTRAINT "payee_account_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "payee_account_two_people" CHECK ("payee_account"."status" in ('proposed', 'rejected') or ("payee_account"."decided_by" is not null and "payee_account"."decided_by" <> "payee_account"."proposed_by"))
);
--> statement-breakpoint
CREATE TABLE "supplier" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"legal_name" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"numbers" jsonb NOT NULL,
	"seat" text NOT NULL,
	"signatories" jsonb NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"contact_email" text NOT NULL,
	"specimen_on_file" jsonb,
	CONSTRAINT "supplier_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "ceremony_bundle" (
	"company_id" uuid NOT NULL,
	"bundle_sha256" text NOT NULL,
	"ceremony_id" uuid NOT NULL,
	"raw" text NOT NULL,
	"summary" jsonb NOT NULL,
	"sent_by" uuid NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"device_key" text,
	"device_seq" integer,
	CONSTRAINT "ceremony_bundle_company_id_bundle_sha256_pk" PRIMARY KEY("company_id","bundle_sha256")
);
--> statement-breakpoint
CREATE TABLE "ceremony" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"notice_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"audience_ids" uuid[] NOT NULL,
	"outcome" text NOT NULL,
	"bundle_sha256" text NOT NULL,
	"head" text NOT NULL,
	"pdf_sha256" text NOT NULL,
	"device_key" text NOT NULL,
	"signer_names" text[] NOT NULL,
	"closed_at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone,
	"stage" text NOT NULL,
	"checks" jsonb NOT NULL,
	"remarks" text[] NOT NULL,
	"receipt" jsonb,
	"seal" jsonb,
	"decided" jsonb,
	CONSTRAINT "ceremony_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "device_challenge" (
	"company_id" uuid NOT NULL,
	"nonce" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "device_challenge_company_id_nonce_pk" PRIMARY KEY("company_id","nonce")
);
--> statement-breakpoint
CREATE TABLE "device_key" (
	"company_id" uuid NOT NULL,
	"key_id" text NOT NULL,
	"public_key" jsonb NOT NULL,
	"user_id" uuid NOT NULL,
	"label" text NOT NULL,
	"build" text NOT NULL,
	"not_before" timestamp(3) with time zone NOT NULL,
	"replaced_by" text,
	"replaced_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone,
	"revoked_by" uuid,
	"compromised_since" timestamp(3) with time zone,
	"because" text NOT NULL,
	"last_beacon_at" timestamp(3) with time zone,
	CONSTRAINT "device_key_company_id_key_id_pk" PRIMARY KEY("company_id","key_id")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"card_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid,
	"owner_id" uuid NOT NULL,
	"audience_ids" uuid[] NOT NULL,
	"number" text NOT NULL,
	"language" text NOT NULL,
	"data" jsonb NOT NULL,
	"data_sha256" text NOT NULL,
	"numbers_on_file" text[] NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"ceremony_id" uuid,
	"attempts" integer NOT NULL,
	"refusals" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"call_backs" jsonb NOT NULL,
	"activated_by" uuid,
	"activated_at" timestamp(3) with time zone,
	"replaced_by" uuid,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "notice_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "paper_hash" (
	"company_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"ceremony_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"event_type" text,
	"opens_copy" boolean NOT NULL,
	CONSTRAINT "paper_hash_hash_company_id_ceremony_id_pk" PRIMARY KEY("hash","company_id","ceremony_id")
);
--> statement-breakpoint
CREATE TABLE "sealed_paper" (
	"company_id" uuid NOT NULL,
	"ceremony_id" uuid NOT NULL,
	"level" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"stamped_at" timestamp(3) with time zone,
	CONSTRAINT "sealed_paper_company_id_ceremony_id_level_pk" PRIMARY KEY("company_id","ceremony_id","level")
);
--> statement-breakpoint
CREATE TABLE "server_key" (
	"key_id" text PRIMARY KEY NOT NULL,
	"public_key" jsonb NOT NULL,
	"first_used_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "card_document_company_id_row_ver_index" ON "card_document" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "card_document_of_card" ON "card_document" USING btree ("company_id","card_id");--> statement-breakpoint
CREATE INDEX "card_document_of_file" ON "card_document" USING btree ("company_id",("file" ->> 'sha256'));--> statement-breakpoint
CREATE INDEX "card_document_original" ON "card_document" USING btree ("company_id","original","due_on");--> statement-breakpoint
CREATE INDEX "notice_handoff_company_id_row_ver_index" ON "notice_handoff" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "notice_handoff_order" ON "notice_handoff" USING btree ("company_id","state","due_at");--> statement-breakpoint
CREATE INDEX "agreement_company_id_row_ver_index" ON "agreement" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "debtor_limit_company_id_row_ver_index" ON "debtor_limit" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "debtor_limit_of" ON "debtor_limit" USING btree ("company_id","agreement_id","card_id");--> statement-breakpoint
CREATE INDEX "factor_company_id_row_ver_index" ON "factor" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "payee_account_company_id_row_ver_index" ON "payee_account" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE UNIQUE INDEX "payee_account_version" ON "payee_account" USING btree ("company_id","agreement_id","version");--> statement-breakpoint
CREATE INDEX "supplier_company_id_row_ver_index" ON "supplier" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "bundle_of_device" ON "ceremony_bundle" USING btree ("company_id","device_key","device_seq");--> statement-breakpoint
CREATE INDEX "bundle_of_ceremony" ON "ceremony_bundle" USING btree ("company_id","ceremony_id");--> statement-breakpoint
CREATE INDEX "ceremony_company_id_row_ver_index" ON "ceremony" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "ceremony_of_notice" ON "ceremony" USING btree ("company_id","notice_id");--> statement-breakpoint
CREATE INDEX "ceremony_stage" ON "ceremony" USING btree ("company_id","stage");--> statement-breakpoint
CREATE INDEX "device_key_company_id_user_id_index" ON "device_key" USING btree ("company_id","user_id");--> statement-breakpoint
CREATE INDEX "notice_company_id_row_ver_index" ON "notice" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "notice_of_card" ON "notice" USING btree ("company_id","card_id");--> statement-breakpoint
CREATE INDEX "notice_status" ON "notice" USING btree ("company_id","status","prepared_at");--> statement-breakpoint
-- Every table with a company_id goes behind the wall between companies.
SELECT protect_company_tables();
--> statement-breakpoint
-- The public page knows a hash and no company. Where a company was entered, the wall stands as everywhere.
CREATE POLICY hash_is_looked_up ON paper_hash FOR SELECT USING (app_company() IS NULL);
--> statement-breakpoint
CREATE FUNCTION never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row of % is written once', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
-- Evidence, its hashes and sealed files are written once; a device that was known stays known.
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON ceremony_bundle FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON sealed_paper FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER written_once BEFORE UPDATE OR DELETE ON paper_hash FOR EACH ROW EXECUTE FUNCTION never_changes();
--> statement-breakpoint
CREATE TRIGGER stays_known BEFORE DELETE ON device_key FOR EACH ROW EXECUTE FUNCTION never_changes();
