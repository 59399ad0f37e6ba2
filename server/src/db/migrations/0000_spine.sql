CREATE TABLE "company_clock" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"ver" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "conflict" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"row_ver" bigint NOT NULL,
	"field_meta" jsonb NOT NULL,
	"audience" text[] NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"row_table" text NOT NULL,
	"row_id" text NOT NULL,
	"path" text NOT NULL,
	"theirs" jsonb,
	"theirs_by" text,
	"theirs_at" timestamp(3) with time zone,
	"mine" jsonb,
	"mine_by" text NOT NULL,
	"mine_mutation" text NOT NULL,
	"status" text NOT NULL,
	"resolved_by" text,
	"resolved_at" timestamp(3) with time zone,
	"opened_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "conflict_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "departure" (
	"company_id" uuid NOT NULL,
	"ver" bigint NOT NULL,
	"row_table" text NOT NULL,
	"row_id" uuid NOT NULL,
	"audience" text[] NOT NULL,
	CONSTRAINT "departure_company_id_ver_row_table_row_id_pk" PRIMARY KEY("company_id","ver","row_table","row_id")
);
--> statement-breakpoint
CREATE TABLE "device" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"incarnation" uuid NOT NULL,
	"app" text NOT NULL,
	"last_seen_at" timestamp(3) with time zone NOT NULL,
	"pending_count" bigint NOT NULL,
	"oldest_pending_at" text,
	CONSTRAINT "device_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "disputed_mutation" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"args_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"device_id" uuid,
	"message" json NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "disputed_mutation_company_id_id_args_hash_pk" PRIMARY KEY("company_id","id","args_hash")
);
--> statement-breakpoint
CREATE TABLE "mutation" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"roles" text[] NOT NULL,
	"device_id" uuid,
	"incarnation" uuid,
	"seq" bigint,
	"name" text NOT NULL,
	"v" bigint NOT NULL,
	"args" json,
	"args_hash" text NOT NULL,
	"base" json,
	"deps" uuid[] NOT NULL,
	"supersedes" uuid,
	"refs" text[] NOT NULL,
	"performed_at" text NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"state" text NOT NULL,
	"verdict" json,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"failure" text,
	"waits_for" uuid[] NOT NULL,
	"agreed" json,
	CONSTRAINT "mutation_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "mutation_device_seq" UNIQUE("company_id","device_id","incarnation","seq")
);
--> statement-breakpoint
CREATE TABLE "sync_meta" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"server_epoch" uuid DEFAULT gen_random_uuid() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "conflict_company_id_row_ver_index" ON "conflict" USING btree ("company_id","row_ver");--> statement-breakpoint
CREATE INDEX "conflict_of_row" ON "conflict" USING btree ("company_id","row_table","row_id");--> statement-breakpoint
CREATE INDEX "mutation_open" ON "mutation" USING btree ("company_id","device_id","incarnation","seq") WHERE state in ('received', 'held');--> statement-breakpoint
CREATE INDEX "mutation_quarantined" ON "mutation" USING btree ("company_id") WHERE state = 'quarantined';--> statement-breakpoint
CREATE INDEX "mutation_supersedes" ON "mutation" USING btree ("company_id","supersedes") WHERE supersedes is not null;