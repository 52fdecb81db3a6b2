import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_organizations_duty_contacts_messenger" ADD VALUE 'zalo';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "organizations_duty_contacts" ALTER COLUMN "messenger" SET DATA TYPE text;
  DROP TYPE "public"."enum_organizations_duty_contacts_messenger";
  CREATE TYPE "public"."enum_organizations_duty_contacts_messenger" AS ENUM('telegram');
  ALTER TABLE "organizations_duty_contacts" ALTER COLUMN "messenger" SET DATA TYPE "public"."enum_organizations_duty_contacts_messenger" USING "messenger"::"public"."enum_organizations_duty_contacts_messenger";`)
}
