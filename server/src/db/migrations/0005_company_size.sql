DROP INDEX "card_key_keys";--> statement-breakpoint
CREATE INDEX "card_key_first_number" ON "card_key" USING btree ("company_id",("keys"[1]));--> statement-breakpoint
CREATE INDEX "card_key_second_number" ON "card_key" USING btree ("company_id",("keys"[2])) WHERE "card_key"."keys"[2] is not null;--> statement-breakpoint
ALTER TABLE "card_key" ADD CONSTRAINT "card_key_few_numbers" CHECK (cardinality("card_key"."keys") <= 2);
--> statement-breakpoint
SELECT protect_company_tables();
