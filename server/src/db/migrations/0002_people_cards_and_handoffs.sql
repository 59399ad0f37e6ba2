CREATE TABLE "card_key" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"owner_id" uuid NOT NULL,
	"jurisdiction" text NOT NULL,
	"status" text NOT NULL,
	"name" text NOT NULL,
	"keys" text[] NOT NULL,
	"folded_name" text NOT NULL,
	"zip" text NOT NULL,
	CONSTRAINT "card_key_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "card" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"owner_id" uuid NOT NULL,
	"helpers" uuid[] NOT NULL,
	"jurisdiction" text NOT NULL,
	"status" text NOT NULL,
	"revision" integer NOT NULL,
	"handoff_id" uuid,
	"values" jsonb NOT NULL,
	"kept_apart" jsonb NOT NULL,
	"offer" jsonb,
	"bounced" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "card_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "handoff" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"card_id" uuid NOT NULL,
	"audience_ids" uuid[] NOT NULL,
	"revision" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"sha256" text,
	"submitted_by" uuid NOT NULL,
	"received_at" timestamp(3) with time zone,
	"state" text NOT NULL,
	"points" jsonb NOT NULL,
	"note" text NOT NULL,
	"verdict_by" uuid,
	"verdict_at" timestamp(3) with time zone,
	CONSTRAINT "handoff_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "question" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"card_id" uuid NOT NULL,
	"audience_ids" uuid[] NOT NULL,
	"path" text NOT NULL,
	"text" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp(3) with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp(3) with time zone,
	CONSTRAINT "question_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "queue_item" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"handoff_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"first_received_at" timestamp(3) with time zone NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"claimed_by" uuid,
	"lease_until" timestamp(3) with time zone,
	"snoozed_until" timestamp(3) with time zone,
	"snoozed_by" uuid,
	"returns" integer NOT NULL,
	CONSTRAINT "queue_item_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_rate_limit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "auth_rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"name" text NOT NULL,
	"demo" boolean NOT NULL,
	"country" text NOT NULL,
	CONSTRAINT "companies_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"member_of" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "people_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_key_company_id_row_ver_index" ON "card_key" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "card_key_keys" ON "card_key" USING gin ("keys");--> statement-breakpoint
CREATE INDEX "card_company_id_row_ver_index" ON "card" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "handoff_company_id_row_ver_index" ON "handoff" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "handoff_of_card" ON "handoff" USING btree ("company_id","card_id");--> statement-breakpoint
CREATE INDEX "handoff_verdict" ON "handoff" USING btree ("company_id","state","verdict_at");--> statement-breakpoint
CREATE INDEX "question_company_id_row_ver_index" ON "question" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "question_of_card" ON "question" USING btree ("company_id","card_id");--> statement-breakpoint
CREATE INDEX "queue_item_company_id_row_ver_index" ON "queue_item" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "queue_item_order" ON "queue_item" USING btree ("company_id","state","due_at","first_received_at");--> statement-breakpoint
CREATE INDEX "companies_company_id_row_ver_index" ON "companies" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "membership_member_of_index" ON "membership" USING btree ("member_of");--> statement-breakpoint
CREATE INDEX "people_company_id_row_ver_index" ON "people" USING btree ("company_id","row_ver");--> statement-breakpoint
-- Every table with a company_id goes behind the wall between companies.
SELECT protect_company_tables();
