import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_users_muted_kinds" ADD VALUE 'broken' BEFORE 'expiring';
  ALTER TYPE "public"."enum_notifications_kind" ADD VALUE 'broken' BEFORE 'expiring';
  ALTER TABLE "channels" ADD COLUMN "failures" numeric DEFAULT 0;
  ALTER TABLE "channels" ADD COLUMN "failure_class" varchar;
  ALTER TABLE "channels" ADD COLUMN "failed_at" timestamp(3) with time zone;
  ALTER TABLE "channels" ADD COLUMN "probes" numeric DEFAULT 0;
  ALTER TABLE "channels" ADD COLUMN "broken_at" timestamp(3) with time zone;
  ALTER TABLE "channels" ADD COLUMN "probe_at" timestamp(3) with time zone;
  CREATE INDEX "channels_probe_at_idx" ON "channels" USING btree ("probe_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users_muted_kinds" ALTER COLUMN "value" SET DATA TYPE text;
  DROP TYPE "public"."enum_users_muted_kinds";
  CREATE TYPE "public"."enum_users_muted_kinds" AS ENUM('held', 'late', 'failed', 'unknown', 'attention', 'expiring', 'preflight', 'worker', 'clock');
  ALTER TABLE "users_muted_kinds" ALTER COLUMN "value" SET DATA TYPE "public"."enum_users_muted_kinds" USING "value"::"public"."enum_users_muted_kinds";
  ALTER TABLE "notifications" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_notifications_kind";
  CREATE TYPE "public"."enum_notifications_kind" AS ENUM('held', 'late', 'failed', 'unknown', 'attention', 'expiring', 'preflight', 'worker', 'clock');
  ALTER TABLE "notifications" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_notifications_kind" USING "kind"::"public"."enum_notifications_kind";
  DROP INDEX "channels_probe_at_idx";
  ALTER TABLE "channels" DROP COLUMN "failures";
  ALTER TABLE "channels" DROP COLUMN "failure_class";
  ALTER TABLE "channels" DROP COLUMN "failed_at";
  ALTER TABLE "channels" DROP COLUMN "probes";
  ALTER TABLE "channels" DROP COLUMN "broken_at";
  ALTER TABLE "channels" DROP COLUMN "probe_at";`)
}
