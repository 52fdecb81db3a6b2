import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   INSERT INTO "pauses" ("key", "active", "because", "by", "at")
     SELECT 'everything', true, "because", "by", "at" FROM "switchboard" WHERE "paused" LIMIT 1
     ON CONFLICT ("key") DO NOTHING;
  DROP TABLE "switchboard" CASCADE;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "switchboard" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"paused" boolean DEFAULT false,
  	"because" varchar,
  	"by" varchar,
  	"at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  `)
}
