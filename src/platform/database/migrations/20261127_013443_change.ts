import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_recalls_content_kind" AS ENUM('articles', 'clips', 'infographics', 'handbooks');
  CREATE TYPE "public"."enum_corrections_wrong_kind" AS ENUM('articles', 'clips', 'infographics', 'handbooks');
  CREATE TABLE "recalls" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"content_kind" "enum_recalls_content_kind" NOT NULL,
  	"content_id" varchar NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"because" varchar NOT NULL,
  	"by" varchar,
  	"by_name" varchar,
  	"at" timestamp(3) with time zone NOT NULL,
  	"begun_at" timestamp(3) with time zone,
  	"wake_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "corrections" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"wrong_kind" "enum_corrections_wrong_kind" NOT NULL,
  	"wrong_id" varchar NOT NULL,
  	"wrong_title" varchar NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"number" numeric NOT NULL,
  	"correction_id" varchar,
  	"since" timestamp(3) with time zone NOT NULL,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"closed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "articles" ADD COLUMN "correction_of_kind" varchar;
  ALTER TABLE "articles" ADD COLUMN "correction_of_id" varchar;
  ALTER TABLE "articles" ADD COLUMN "correction_work" varchar;
  ALTER TABLE "articles" ADD COLUMN "correction_column" varchar;
  ALTER TABLE "articles" ADD COLUMN "correction_published_on" varchar;
  ALTER TABLE "articles" ADD COLUMN "correction_wrong_text" varchar;
  ALTER TABLE "articles" ADD COLUMN "correction_corrected_text" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_correction_of_kind" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_correction_of_id" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_correction_work" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_correction_column" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_correction_published_on" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_correction_wrong_text" varchar;
  ALTER TABLE "_articles_v" ADD COLUMN "version_correction_corrected_text" varchar;
  ALTER TABLE "publications" ADD COLUMN "recalled_at" timestamp(3) with time zone;
  ALTER TABLE "publications" ADD COLUMN "recall_stage" varchar;
  ALTER TABLE "publications" ADD COLUMN "recall_message" varchar;
  ALTER TABLE "publications" ADD COLUMN "recall_tries" numeric DEFAULT 0;
  ALTER TABLE "publications" ADD COLUMN "recall_wake_at" timestamp(3) with time zone;
  ALTER TABLE "publications" ADD COLUMN "corrected_url" varchar;
  ALTER TABLE "publications" ADD COLUMN "corrected_at" timestamp(3) with time zone;
  ALTER TABLE "publications" ADD COLUMN "corrected_by" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "recalls_id" uuid;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "corrections_id" uuid;
  ALTER TABLE "recalls" ADD CONSTRAINT "recalls_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "corrections" ADD CONSTRAINT "corrections_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "recalls_key_idx" ON "recalls" USING btree ("key");
  CREATE INDEX "recalls_organization_idx" ON "recalls" USING btree ("organization_id");
  CREATE INDEX "recalls_wake_at_idx" ON "recalls" USING btree ("wake_at");
  CREATE INDEX "recalls_updated_at_idx" ON "recalls" USING btree ("updated_at");
  CREATE INDEX "recalls_created_at_idx" ON "recalls" USING btree ("created_at");
  CREATE UNIQUE INDEX "corrections_key_idx" ON "corrections" USING btree ("key");
  CREATE INDEX "corrections_wrong_id_idx" ON "corrections" USING btree ("wrong_id");
  CREATE INDEX "corrections_organization_idx" ON "corrections" USING btree ("organization_id");
  CREATE INDEX "corrections_correction_id_idx" ON "corrections" USING btree ("correction_id");
  CREATE INDEX "corrections_closed_at_idx" ON "corrections" USING btree ("closed_at");
  CREATE INDEX "corrections_updated_at_idx" ON "corrections" USING btree ("updated_at");
  CREATE INDEX "corrections_created_at_idx" ON "corrections" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_recalls_fk" FOREIGN KEY ("recalls_id") REFERENCES "public"."recalls"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_corrections_fk" FOREIGN KEY ("corrections_id") REFERENCES "public"."corrections"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "articles_correction_correction_of_id_idx" ON "articles" USING btree ("correction_of_id");
  CREATE INDEX "_articles_v_version_correction_version_correction_of_id_idx" ON "_articles_v" USING btree ("version_correction_of_id");
  CREATE INDEX "publications_recalled_at_idx" ON "publications" USING btree ("recalled_at");
  CREATE INDEX "payload_locked_documents_rels_recalls_id_idx" ON "payload_locked_documents_rels" USING btree ("recalls_id");
  CREATE INDEX "payload_locked_documents_rels_corrections_id_idx" ON "payload_locked_documents_rels" USING btree ("corrections_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "recalls" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "corrections" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "recalls" CASCADE;
  DROP TABLE "corrections" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_recalls_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_corrections_fk";
  
  DROP INDEX "articles_correction_correction_of_id_idx";
  DROP INDEX "_articles_v_version_correction_version_correction_of_id_idx";
  DROP INDEX "publications_recalled_at_idx";
  DROP INDEX "payload_locked_documents_rels_recalls_id_idx";
  DROP INDEX "payload_locked_documents_rels_corrections_id_idx";
  ALTER TABLE "articles" DROP COLUMN "correction_of_kind";
  ALTER TABLE "articles" DROP COLUMN "correction_of_id";
  ALTER TABLE "articles" DROP COLUMN "correction_work";
  ALTER TABLE "articles" DROP COLUMN "correction_column";
  ALTER TABLE "articles" DROP COLUMN "correction_published_on";
  ALTER TABLE "articles" DROP COLUMN "correction_wrong_text";
  ALTER TABLE "articles" DROP COLUMN "correction_corrected_text";
  ALTER TABLE "_articles_v" DROP COLUMN "version_correction_of_kind";
  ALTER TABLE "_articles_v" DROP COLUMN "version_correction_of_id";
  ALTER TABLE "_articles_v" DROP COLUMN "version_correction_work";
  ALTER TABLE "_articles_v" DROP COLUMN "version_correction_column";
  ALTER TABLE "_articles_v" DROP COLUMN "version_correction_published_on";
  ALTER TABLE "_articles_v" DROP COLUMN "version_correction_wrong_text";
  ALTER TABLE "_articles_v" DROP COLUMN "version_correction_corrected_text";
  ALTER TABLE "publications" DROP COLUMN "recalled_at";
  ALTER TABLE "publications" DROP COLUMN "recall_stage";
  ALTER TABLE "publications" DROP COLUMN "recall_message";
  ALTER TABLE "publications" DROP COLUMN "recall_tries";
  ALTER TABLE "publications" DROP COLUMN "recall_wake_at";
  ALTER TABLE "publications" DROP COLUMN "corrected_url";
  ALTER TABLE "publications" DROP COLUMN "corrected_at";
  ALTER TABLE "publications" DROP COLUMN "corrected_by";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "recalls_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "corrections_id";
  DROP TYPE "public"."enum_recalls_content_kind";
  DROP TYPE "public"."enum_corrections_wrong_kind";`)
}
