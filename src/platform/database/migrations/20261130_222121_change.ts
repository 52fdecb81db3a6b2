import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "publications_content_id_idx";
  DROP INDEX "publications_platform_idx";
  DROP INDEX "publications_preflight_at_idx";
  DROP INDEX "publications_recalled_at_idx";
  DROP INDEX "publications_updated_at_idx";
  DROP INDEX "publications_created_at_idx";
  DROP INDEX "state_platform_idx";
  DROP INDEX "attempts_updated_at_idx";
  DROP INDEX "readings_updated_at_idx";
  DROP INDEX "audit_updated_at_idx";
  DROP INDEX "audit_created_at_idx";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE INDEX "publications_content_id_idx" ON "publications" USING btree ("content_id");
  CREATE INDEX "publications_platform_idx" ON "publications" USING btree ("platform");
  CREATE INDEX "publications_preflight_at_idx" ON "publications" USING btree ("preflight_at");
  CREATE INDEX "publications_recalled_at_idx" ON "publications" USING btree ("recalled_at");
  CREATE INDEX "publications_updated_at_idx" ON "publications" USING btree ("updated_at");
  CREATE INDEX "publications_created_at_idx" ON "publications" USING btree ("created_at");
  CREATE INDEX "state_platform_idx" ON "publications" USING btree ("state","platform");
  CREATE INDEX "attempts_updated_at_idx" ON "attempts" USING btree ("updated_at");
  CREATE INDEX "readings_updated_at_idx" ON "readings" USING btree ("updated_at");
  CREATE INDEX "audit_updated_at_idx" ON "audit" USING btree ("updated_at");
  CREATE INDEX "audit_created_at_idx" ON "audit" USING btree ("created_at");`)
}
