import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_clips_captions_language" AS ENUM('vi', 'en', 'bdq', 'sed', 'jra', 'rad', 'hmn', 'tyz', 'blt', 'km', 'lo', 'zh');
  CREATE TYPE "public"."enum__clips_v_version_captions_language" AS ENUM('vi', 'en', 'bdq', 'sed', 'jra', 'rad', 'hmn', 'tyz', 'blt', 'km', 'lo', 'zh');
  CREATE TYPE "public"."enum_applications_platform" AS ENUM('site', 'facebook', 'zalo', 'youtube', 'telegram');
  CREATE TYPE "public"."enum_organizations_duty_contacts_messenger" AS ENUM('telegram');
  CREATE TYPE "public"."enum_users_muted_kinds" AS ENUM('held', 'late', 'failed', 'unknown', 'attention', 'expiring', 'preflight', 'worker', 'clock');
  CREATE TYPE "public"."enum_users_mail_pace" AS ENUM('soon', 'daily');
  CREATE TYPE "public"."enum_notifications_kind" AS ENUM('held', 'late', 'failed', 'unknown', 'attention', 'expiring', 'preflight', 'worker', 'clock');
  CREATE TYPE "public"."enum_notices_state" AS ENUM('waiting', 'handled', 'ignored');
  CREATE TABLE "clips_captions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"language" "enum_clips_captions_language" DEFAULT 'vi',
  	"file_id" uuid
  );
  
  CREATE TABLE "_clips_v_version_captions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"language" "enum__clips_v_version_captions_language" DEFAULT 'vi',
  	"file_id" uuid,
  	"_uuid" varchar
  );
  
  CREATE TABLE "applications" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"platform" "enum_applications_platform" NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"secret" varchar,
  	"keys_given_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "organizations_duty_contacts" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"messenger" "enum_organizations_duty_contacts_messenger" NOT NULL,
  	"address" varchar NOT NULL
  );
  
  CREATE TABLE "users_muted_kinds" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_users_muted_kinds",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "notifications" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"person_id" uuid,
  	"contact" varchar,
  	"sentence" varchar NOT NULL,
  	"kind" "enum_notifications_kind" NOT NULL,
  	"link" varchar,
  	"count" numeric DEFAULT 1 NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"read_at" timestamp(3) with time zone,
  	"organization_id" uuid,
  	"group" varchar NOT NULL,
  	"send_at" timestamp(3) with time zone,
  	"sent_at" timestamp(3) with time zone,
  	"tries" numeric DEFAULT 0,
  	"problem" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sign_ins" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"state" varchar,
  	"platform" varchar NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"person_id" uuid NOT NULL,
  	"verifier" varchar,
  	"redirect_uri" varchar,
  	"return_to" varchar,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"used_at" timestamp(3) with time zone,
  	"candidates" varchar,
  	"chosen_at" timestamp(3) with time zone,
  	"problem" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notices" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"platform" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"account" varchar NOT NULL,
  	"organization_id" uuid,
  	"at" timestamp(3) with time zone NOT NULL,
  	"received_at" timestamp(3) with time zone NOT NULL,
  	"event" jsonb NOT NULL,
  	"state" "enum_notices_state" DEFAULT 'waiting' NOT NULL,
  	"wake_at" timestamp(3) with time zone,
  	"tries" numeric DEFAULT 0,
  	"outcome" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "counters" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"total" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "incidents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"kind" varchar NOT NULL,
  	"group" varchar NOT NULL,
  	"organization_id" uuid,
  	"detail" jsonb NOT NULL,
  	"since" timestamp(3) with time zone NOT NULL,
  	"window" timestamp(3) with time zone,
  	"told_at" timestamp(3) with time zone,
  	"repeats" numeric DEFAULT 0 NOT NULL,
  	"ended_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  DROP INDEX "publications_state_idx";
  ALTER TABLE "publications" ADD COLUMN "witnessed_at" timestamp(3) with time zone;
  ALTER TABLE "publications" ADD COLUMN "withdraw_asked_at" timestamp(3) with time zone;
  ALTER TABLE "publications" ADD COLUMN "preflight_at" timestamp(3) with time zone;
  ALTER TABLE "publications" ADD COLUMN "preflight_problems" jsonb;
  ALTER TABLE "publications" ADD COLUMN "updated_live_at" timestamp(3) with time zone;
  ALTER TABLE "publications" ADD COLUMN "commented_at" timestamp(3) with time zone;
  ALTER TABLE "publications" ADD COLUMN "remarks" jsonb;
  ALTER TABLE "publications" ADD COLUMN "withdrawn_because" varchar;
  ALTER TABLE "channels" ADD COLUMN "secret_given_at" timestamp(3) with time zone;
  ALTER TABLE "channels" ADD COLUMN "secret_renewed_at" timestamp(3) with time zone;
  ALTER TABLE "channels" ADD COLUMN "profile" jsonb;
  ALTER TABLE "channels" ADD COLUMN "scopes" jsonb;
  ALTER TABLE "channels" ADD COLUMN "warnings" jsonb;
  ALTER TABLE "channels" ADD COLUMN "quota_left" numeric;
  ALTER TABLE "channels" ADD COLUMN "expires_at" timestamp(3) with time zone;
  ALTER TABLE "channels" ADD COLUMN "expiry_stage" numeric;
  ALTER TABLE "channels" ADD COLUMN "confirmed_by_id" uuid;
  ALTER TABLE "channels" ADD COLUMN "confirmed_at" timestamp(3) with time zone;
  ALTER TABLE "channels" ADD COLUMN "confirmed_account" varchar;
  ALTER TABLE "users" ADD COLUMN "mail_pace" "enum_users_mail_pace" DEFAULT 'soon';
  ALTER TABLE "readings" ADD COLUMN "notice" varchar;
  ALTER TABLE "workers" ADD COLUMN "version" varchar;
  ALTER TABLE "workers" ADD COLUMN "stopped_at" timestamp(3) with time zone;
  ALTER TABLE "workers" ADD COLUMN "clock_skew_ms" numeric;
  ALTER TABLE "workers" ADD COLUMN "in_flight" numeric;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "applications_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "notifications_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "sign_ins_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "notices_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "counters_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "incidents_id" uuid;
  ALTER TABLE "clips_captions" ADD CONSTRAINT "clips_captions_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "clips_captions" ADD CONSTRAINT "clips_captions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."clips"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_clips_v_version_captions" ADD CONSTRAINT "_clips_v_version_captions_file_id_media_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clips_v_version_captions" ADD CONSTRAINT "_clips_v_version_captions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_clips_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "applications" ADD CONSTRAINT "applications_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organizations_duty_contacts" ADD CONSTRAINT "organizations_duty_contacts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_muted_kinds" ADD CONSTRAINT "users_muted_kinds_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_person_id_users_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notices" ADD CONSTRAINT "notices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "incidents" ADD CONSTRAINT "incidents_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "clips_captions_order_idx" ON "clips_captions" USING btree ("_order");
  CREATE INDEX "clips_captions_parent_id_idx" ON "clips_captions" USING btree ("_parent_id");
  CREATE INDEX "clips_captions_file_idx" ON "clips_captions" USING btree ("file_id");
  CREATE INDEX "_clips_v_version_captions_order_idx" ON "_clips_v_version_captions" USING btree ("_order");
  CREATE INDEX "_clips_v_version_captions_parent_id_idx" ON "_clips_v_version_captions" USING btree ("_parent_id");
  CREATE INDEX "_clips_v_version_captions_file_idx" ON "_clips_v_version_captions" USING btree ("file_id");
  CREATE INDEX "applications_platform_idx" ON "applications" USING btree ("platform");
  CREATE INDEX "applications_organization_idx" ON "applications" USING btree ("organization_id");
  CREATE INDEX "applications_updated_at_idx" ON "applications" USING btree ("updated_at");
  CREATE INDEX "applications_created_at_idx" ON "applications" USING btree ("created_at");
  CREATE UNIQUE INDEX "platform_organization_idx" ON "applications" USING btree ("platform","organization_id");
  CREATE INDEX "organizations_duty_contacts_order_idx" ON "organizations_duty_contacts" USING btree ("_order");
  CREATE INDEX "organizations_duty_contacts_parent_id_idx" ON "organizations_duty_contacts" USING btree ("_parent_id");
  CREATE INDEX "users_muted_kinds_order_idx" ON "users_muted_kinds" USING btree ("order");
  CREATE INDEX "users_muted_kinds_parent_idx" ON "users_muted_kinds" USING btree ("parent_id");
  CREATE UNIQUE INDEX "notifications_key_idx" ON "notifications" USING btree ("key");
  CREATE INDEX "notifications_person_idx" ON "notifications" USING btree ("person_id");
  CREATE INDEX "notifications_organization_idx" ON "notifications" USING btree ("organization_id");
  CREATE INDEX "notifications_send_at_idx" ON "notifications" USING btree ("send_at");
  CREATE INDEX "notifications_updated_at_idx" ON "notifications" USING btree ("updated_at");
  CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("created_at");
  CREATE INDEX "person_readAt_idx" ON "notifications" USING btree ("person_id","read_at");
  CREATE INDEX "person_at_idx" ON "notifications" USING btree ("person_id","at");
  CREATE UNIQUE INDEX "sign_ins_state_idx" ON "sign_ins" USING btree ("state");
  CREATE INDEX "sign_ins_organization_idx" ON "sign_ins" USING btree ("organization_id");
  CREATE INDEX "sign_ins_person_idx" ON "sign_ins" USING btree ("person_id");
  CREATE INDEX "sign_ins_expires_at_idx" ON "sign_ins" USING btree ("expires_at");
  CREATE INDEX "sign_ins_updated_at_idx" ON "sign_ins" USING btree ("updated_at");
  CREATE INDEX "sign_ins_created_at_idx" ON "sign_ins" USING btree ("created_at");
  CREATE UNIQUE INDEX "notices_key_idx" ON "notices" USING btree ("key");
  CREATE INDEX "notices_organization_idx" ON "notices" USING btree ("organization_id");
  CREATE INDEX "notices_received_at_idx" ON "notices" USING btree ("received_at");
  CREATE INDEX "notices_updated_at_idx" ON "notices" USING btree ("updated_at");
  CREATE INDEX "notices_created_at_idx" ON "notices" USING btree ("created_at");
  CREATE INDEX "state_wakeAt_1_idx" ON "notices" USING btree ("state","wake_at");
  CREATE UNIQUE INDEX "counters_key_idx" ON "counters" USING btree ("key");
  CREATE INDEX "counters_updated_at_idx" ON "counters" USING btree ("updated_at");
  CREATE INDEX "counters_created_at_idx" ON "counters" USING btree ("created_at");
  CREATE UNIQUE INDEX "incidents_key_idx" ON "incidents" USING btree ("key");
  CREATE INDEX "incidents_organization_idx" ON "incidents" USING btree ("organization_id");
  CREATE INDEX "incidents_ended_at_idx" ON "incidents" USING btree ("ended_at");
  CREATE INDEX "incidents_updated_at_idx" ON "incidents" USING btree ("updated_at");
  CREATE INDEX "incidents_created_at_idx" ON "incidents" USING btree ("created_at");
  ALTER TABLE "channels" ADD CONSTRAINT "channels_confirmed_by_id_users_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_applications_fk" FOREIGN KEY ("applications_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_notifications_fk" FOREIGN KEY ("notifications_id") REFERENCES "public"."notifications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_sign_ins_fk" FOREIGN KEY ("sign_ins_id") REFERENCES "public"."sign_ins"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_notices_fk" FOREIGN KEY ("notices_id") REFERENCES "public"."notices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_counters_fk" FOREIGN KEY ("counters_id") REFERENCES "public"."counters"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_incidents_fk" FOREIGN KEY ("incidents_id") REFERENCES "public"."incidents"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "publications_preflight_at_idx" ON "publications" USING btree ("preflight_at");
  CREATE INDEX "state_platform_idx" ON "publications" USING btree ("state","platform");
  CREATE INDEX "channel_publishedAt_idx" ON "publications" USING btree ("channel_id","published_at");
  CREATE INDEX "channels_expires_at_idx" ON "channels" USING btree ("expires_at");
  CREATE INDEX "channels_confirmed_by_idx" ON "channels" USING btree ("confirmed_by_id");
  CREATE UNIQUE INDEX "readings_notice_idx" ON "readings" USING btree ("notice");
  CREATE INDEX "payload_locked_documents_rels_applications_id_idx" ON "payload_locked_documents_rels" USING btree ("applications_id");
  CREATE INDEX "payload_locked_documents_rels_notifications_id_idx" ON "payload_locked_documents_rels" USING btree ("notifications_id");
  CREATE INDEX "payload_locked_documents_rels_sign_ins_id_idx" ON "payload_locked_documents_rels" USING btree ("sign_ins_id");
  CREATE INDEX "payload_locked_documents_rels_notices_id_idx" ON "payload_locked_documents_rels" USING btree ("notices_id");
  CREATE INDEX "payload_locked_documents_rels_counters_id_idx" ON "payload_locked_documents_rels" USING btree ("counters_id");
  CREATE INDEX "payload_locked_documents_rels_incidents_id_idx" ON "payload_locked_documents_rels" USING btree ("incidents_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "clips_captions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_clips_v_version_captions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "applications" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "organizations_duty_contacts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "users_muted_kinds" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "notifications" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "sign_ins" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "notices" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "counters" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "incidents" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "clips_captions" CASCADE;
  DROP TABLE "_clips_v_version_captions" CASCADE;
  DROP TABLE "applications" CASCADE;
  DROP TABLE "organizations_duty_contacts" CASCADE;
  DROP TABLE "users_muted_kinds" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "sign_ins" CASCADE;
  DROP TABLE "notices" CASCADE;
  DROP TABLE "counters" CASCADE;
  DROP TABLE "incidents" CASCADE;
  ALTER TABLE "channels" DROP CONSTRAINT "channels_confirmed_by_id_users_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_applications_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_notifications_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_sign_ins_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_notices_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_counters_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_incidents_fk";
  
  DROP INDEX "publications_preflight_at_idx";
  DROP INDEX "state_platform_idx";
  DROP INDEX "channel_publishedAt_idx";
  DROP INDEX "channels_expires_at_idx";
  DROP INDEX "channels_confirmed_by_idx";
  DROP INDEX "readings_notice_idx";
  DROP INDEX "payload_locked_documents_rels_applications_id_idx";
  DROP INDEX "payload_locked_documents_rels_notifications_id_idx";
  DROP INDEX "payload_locked_documents_rels_sign_ins_id_idx";
  DROP INDEX "payload_locked_documents_rels_notices_id_idx";
  DROP INDEX "payload_locked_documents_rels_counters_id_idx";
  DROP INDEX "payload_locked_documents_rels_incidents_id_idx";
  CREATE INDEX "publications_state_idx" ON "publications" USING btree ("state");
  ALTER TABLE "publications" DROP COLUMN "witnessed_at";
  ALTER TABLE "publications" DROP COLUMN "withdraw_asked_at";
  ALTER TABLE "publications" DROP COLUMN "preflight_at";
  ALTER TABLE "publications" DROP COLUMN "preflight_problems";
  ALTER TABLE "publications" DROP COLUMN "updated_live_at";
  ALTER TABLE "publications" DROP COLUMN "commented_at";
  ALTER TABLE "publications" DROP COLUMN "remarks";
  ALTER TABLE "publications" DROP COLUMN "withdrawn_because";
  ALTER TABLE "channels" DROP COLUMN "secret_given_at";
  ALTER TABLE "channels" DROP COLUMN "secret_renewed_at";
  ALTER TABLE "channels" DROP COLUMN "profile";
  ALTER TABLE "channels" DROP COLUMN "scopes";
  ALTER TABLE "channels" DROP COLUMN "warnings";
  ALTER TABLE "channels" DROP COLUMN "quota_left";
  ALTER TABLE "channels" DROP COLUMN "expires_at";
  ALTER TABLE "channels" DROP COLUMN "expiry_stage";
  ALTER TABLE "channels" DROP COLUMN "confirmed_by_id";
  ALTER TABLE "channels" DROP COLUMN "confirmed_at";
  ALTER TABLE "channels" DROP COLUMN "confirmed_account";
  ALTER TABLE "users" DROP COLUMN "mail_pace";
  ALTER TABLE "readings" DROP COLUMN "notice";
  ALTER TABLE "workers" DROP COLUMN "version";
  ALTER TABLE "workers" DROP COLUMN "stopped_at";
  ALTER TABLE "workers" DROP COLUMN "clock_skew_ms";
  ALTER TABLE "workers" DROP COLUMN "in_flight";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "applications_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "notifications_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "sign_ins_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "notices_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "counters_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "incidents_id";
  DROP TYPE "public"."enum_clips_captions_language";
  DROP TYPE "public"."enum__clips_v_version_captions_language";
  DROP TYPE "public"."enum_applications_platform";
  DROP TYPE "public"."enum_organizations_duty_contacts_messenger";
  DROP TYPE "public"."enum_users_muted_kinds";
  DROP TYPE "public"."enum_users_mail_pace";
  DROP TYPE "public"."enum_notifications_kind";
  DROP TYPE "public"."enum_notices_state";`)
}
