import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_readings_metric" ADD VALUE 'votes' BEFORE 'followers';
  ALTER TYPE "public"."enum_readings_metric" ADD VALUE 'minutes' BEFORE 'followers';
  CREATE TABLE "budgets" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"used" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "budgets_id" uuid;
  CREATE UNIQUE INDEX "budgets_key_idx" ON "budgets" USING btree ("key");
  CREATE INDEX "budgets_updated_at_idx" ON "budgets" USING btree ("updated_at");
  CREATE INDEX "budgets_created_at_idx" ON "budgets" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_budgets_fk" FOREIGN KEY ("budgets_id") REFERENCES "public"."budgets"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_budgets_id_idx" ON "payload_locked_documents_rels" USING btree ("budgets_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "budgets" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "budgets" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_budgets_fk";
  
  ALTER TABLE "readings" ALTER COLUMN "metric" SET DATA TYPE text;
  DROP TYPE "public"."enum_readings_metric";
  CREATE TYPE "public"."enum_readings_metric" AS ENUM('views', 'reach', 'reactions', 'comments', 'shares', 'clicks', 'followers');
  ALTER TABLE "readings" ALTER COLUMN "metric" SET DATA TYPE "public"."enum_readings_metric" USING "metric"::"public"."enum_readings_metric";
  DROP INDEX "payload_locked_documents_rels_budgets_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "budgets_id";`)
}
