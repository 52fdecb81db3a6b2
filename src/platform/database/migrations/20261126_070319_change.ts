import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "notices" ALTER COLUMN "account" DROP NOT NULL;
  ALTER TABLE "notices" ADD COLUMN "channel" varchar;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "notices" ALTER COLUMN "account" SET NOT NULL;
  ALTER TABLE "notices" DROP COLUMN "channel";`)
}
