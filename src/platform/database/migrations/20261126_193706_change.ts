import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "pauses" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"organization_id" uuid,
  	"active" boolean DEFAULT false NOT NULL,
  	"because" varchar,
  	"by" varchar,
  	"at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "channels" ADD COLUMN "lane_token" varchar;
  ALTER TABLE "channels" ADD COLUMN "lane_until" timestamp(3) with time zone;
  ALTER TABLE "channels" ADD COLUMN "pacing_seconds" numeric;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "pauses_id" uuid;
  ALTER TABLE "pauses" ADD CONSTRAINT "pauses_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "pauses_key_idx" ON "pauses" USING btree ("key");
  CREATE INDEX "pauses_organization_idx" ON "pauses" USING btree ("organization_id");
  CREATE INDEX "pauses_active_idx" ON "pauses" USING btree ("active");
  CREATE INDEX "pauses_updated_at_idx" ON "pauses" USING btree ("updated_at");
  CREATE INDEX "pauses_created_at_idx" ON "pauses" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pauses_fk" FOREIGN KEY ("pauses_id") REFERENCES "public"."pauses"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "channel_state_wakeAt_idx" ON "publications" USING btree ("channel_id","state","wake_at");
  CREATE INDEX "channels_lane_until_idx" ON "channels" USING btree ("lane_until");
  CREATE INDEX "channels_not_before_idx" ON "channels" USING btree ("not_before");
  CREATE INDEX "payload_locked_documents_rels_pauses_id_idx" ON "payload_locked_documents_rels" USING btree ("pauses_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "pauses" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "pauses" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_pauses_fk";
  
  DROP INDEX "channel_state_wakeAt_idx";
  DROP INDEX "channels_lane_until_idx";
  DROP INDEX "channels_not_before_idx";
  DROP INDEX "payload_locked_documents_rels_pauses_id_idx";
  ALTER TABLE "channels" DROP COLUMN "lane_token";
  ALTER TABLE "channels" DROP COLUMN "lane_until";
  ALTER TABLE "channels" DROP COLUMN "pacing_seconds";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "pauses_id";`)
}
