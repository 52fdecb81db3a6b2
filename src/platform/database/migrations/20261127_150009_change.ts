import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_users_muted_kinds" ADD VALUE 'recall' BEFORE 'worker';
  ALTER TYPE "public"."enum_users_muted_kinds" ADD VALUE 'correction' BEFORE 'worker';
  ALTER TYPE "public"."enum_notifications_kind" ADD VALUE 'recall' BEFORE 'worker';
  ALTER TYPE "public"."enum_notifications_kind" ADD VALUE 'correction' BEFORE 'worker';
  CREATE INDEX "publications_recall_stage_idx" ON "publications" USING btree ("recall_stage");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "users_muted_kinds" ALTER COLUMN "value" SET DATA TYPE text;
  DROP TYPE "public"."enum_users_muted_kinds";
  CREATE TYPE "public"."enum_users_muted_kinds" AS ENUM('held', 'late', 'failed', 'unknown', 'attention', 'broken', 'expiring', 'preflight', 'worker', 'clock');
  ALTER TABLE "users_muted_kinds" ALTER COLUMN "value" SET DATA TYPE "public"."enum_users_muted_kinds" USING "value"::"public"."enum_users_muted_kinds";
  ALTER TABLE "notifications" ALTER COLUMN "kind" SET DATA TYPE text;
  DROP TYPE "public"."enum_notifications_kind";
  CREATE TYPE "public"."enum_notifications_kind" AS ENUM('held', 'late', 'failed', 'unknown', 'attention', 'broken', 'expiring', 'preflight', 'worker', 'clock');
  ALTER TABLE "notifications" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_notifications_kind" USING "kind"::"public"."enum_notifications_kind";
  DROP INDEX "publications_recall_stage_idx";`)
}
