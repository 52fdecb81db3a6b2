import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_articles_ai_use_degree" AS ENUM('none', 'assisted', 'generated');
  CREATE TYPE "public"."enum_articles_approval_state" AS ENUM('draft', 'in_review', 'returned', 'approved', 'retracted', 'archived');
  CREATE TYPE "public"."enum_articles_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__articles_v_version_ai_use_degree" AS ENUM('none', 'assisted', 'generated');
  CREATE TYPE "public"."enum__articles_v_version_approval_state" AS ENUM('draft', 'in_review', 'returned', 'approved', 'retracted', 'archived');
  CREATE TYPE "public"."enum__articles_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_clips_ai_use_degree" AS ENUM('none', 'assisted', 'generated');
  CREATE TYPE "public"."enum_clips_approval_state" AS ENUM('draft', 'in_review', 'returned', 'approved', 'retracted', 'archived');
  CREATE TYPE "public"."enum_clips_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__clips_v_version_ai_use_degree" AS ENUM('none', 'assisted', 'generated');
  CREATE TYPE "public"."enum__clips_v_version_approval_state" AS ENUM('draft', 'in_review', 'returned', 'approved', 'retracted', 'archived');
  CREATE TYPE "public"."enum__clips_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_infographics_ai_use_degree" AS ENUM('none', 'assisted', 'generated');
  CREATE TYPE "public"."enum_infographics_approval_state" AS ENUM('draft', 'in_review', 'returned', 'approved', 'retracted', 'archived');
  CREATE TYPE "public"."enum_infographics_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__infographics_v_version_ai_use_degree" AS ENUM('none', 'assisted', 'generated');
  CREATE TYPE "public"."enum__infographics_v_version_approval_state" AS ENUM('draft', 'in_review', 'returned', 'approved', 'retracted', 'archived');
  CREATE TYPE "public"."enum__infographics_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_handbooks_ai_use_degree" AS ENUM('none', 'assisted', 'generated');
  CREATE TYPE "public"."enum_handbooks_approval_state" AS ENUM('draft', 'in_review', 'returned', 'approved', 'retracted', 'archived');
  CREATE TYPE "public"."enum_handbooks_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__handbooks_v_version_ai_use_degree" AS ENUM('none', 'assisted', 'generated');
  CREATE TYPE "public"."enum__handbooks_v_version_approval_state" AS ENUM('draft', 'in_review', 'returned', 'approved', 'retracted', 'archived');
  CREATE TYPE "public"."enum__handbooks_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_media_ai_use" AS ENUM('none', 'assisted', 'generated');
  CREATE TYPE "public"."enum_media_rendition_state" AS ENUM('pending', 'ready', 'failed');
  CREATE TYPE "public"."enum_publications_content_kind" AS ENUM('articles', 'clips', 'infographics', 'handbooks');
  CREATE TYPE "public"."enum_publications_platform" AS ENUM('site', 'facebook', 'zalo', 'youtube', 'telegram');
  CREATE TYPE "public"."enum_publications_state" AS ENUM('draft', 'scheduled', 'sending', 'processing', 'unknown', 'published', 'held', 'failed', 'cancelled', 'withdrawn');
  CREATE TYPE "public"."enum_publications_late_policy" AS ENUM('hold', 'send', 'cancel');
  CREATE TYPE "public"."enum_channels_platform" AS ENUM('site', 'facebook', 'zalo', 'youtube', 'telegram');
  CREATE TYPE "public"."enum_channels_state" AS ENUM('connected', 'attention', 'paused', 'off');
  CREATE TYPE "public"."enum_plans_state" AS ENUM('draft', 'running', 'ended');
  CREATE TYPE "public"."enum_tasks_state" AS ENUM('not-started', 'running', 'done', 'late', 'dropped');
  CREATE TYPE "public"."enum_quotas_kinds" AS ENUM('articles', 'clips', 'infographics', 'handbooks');
  CREATE TYPE "public"."enum_quotas_platforms" AS ENUM('site', 'facebook', 'zalo', 'youtube', 'telegram');
  CREATE TYPE "public"."enum_quotas_per" AS ENUM('week', 'month', 'quarter', 'year', 'once');
  CREATE TYPE "public"."enum_organizations_approval_steps_role" AS ENUM('contributor', 'reporter', 'editor', 'approver', 'publisher', 'channel-admin', 'planner', 'leader', 'agency-contact', 'auditor');
  CREATE TYPE "public"."enum_organizations_kind" AS ENUM('people-committee', 'department', 'police', 'press-agency', 'commune', 'school', 'telecom', 'bank', 'association', 'enterprise', 'other');
  CREATE TYPE "public"."enum_organizations_level" AS ENUM('province', 'commune', 'historic-district');
  CREATE TYPE "public"."enum_organizations_late_policy" AS ENUM('hold', 'send', 'cancel');
  CREATE TYPE "public"."enum_users_memberships_roles" AS ENUM('contributor', 'reporter', 'editor', 'approver', 'publisher', 'channel-admin', 'planner', 'leader', 'agency-contact', 'auditor');
  CREATE TYPE "public"."enum_users_locale" AS ENUM('vi', 'en');
  CREATE TYPE "public"."enum_readings_metric" AS ENUM('views', 'reach', 'reactions', 'comments', 'shares', 'clicks', 'followers');
  CREATE TYPE "public"."enum_pages_kind" AS ENUM('articles', 'clips', 'infographics', 'handbooks');
  CREATE TYPE "public"."enum_pages_state" AS ENUM('live', 'gone');
  CREATE TABLE "articles_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"user_id" uuid,
  	"pen_name" varchar
  );
  
  CREATE TABLE "articles" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"lead" varchar,
  	"cover_id" uuid,
  	"body" jsonb,
  	"variants" jsonb,
  	"slug" varchar,
  	"organization_id" uuid,
  	"campaign_id" uuid,
  	"source_name" varchar,
  	"source_url" varchar,
  	"source_reuse_right" varchar,
  	"ai_use_degree" "enum_articles_ai_use_degree" DEFAULT 'none',
  	"ai_use_tool" varchar,
  	"ai_use_note" varchar,
  	"fact_check_by_id" uuid,
  	"fact_check_on" timestamp(3) with time zone,
  	"fact_check_sources" varchar,
  	"language" varchar DEFAULT 'vi',
  	"review_after" timestamp(3) with time zone,
  	"approval_state" "enum_articles_approval_state" DEFAULT 'draft',
  	"approval_step" numeric DEFAULT 0,
  	"approval_decisions" jsonb DEFAULT '[]'::jsonb,
  	"created_by_id" uuid,
  	"content_hash" varchar,
  	"search_text" varchar,
  	"sort_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_articles_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "articles_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "articles_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"media_id" uuid,
  	"audiences_id" uuid,
  	"topics_id" uuid,
  	"tasks_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "_articles_v_version_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid,
  	"pen_name" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_articles_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_lead" varchar,
  	"version_cover_id" uuid,
  	"version_body" jsonb,
  	"version_variants" jsonb,
  	"version_slug" varchar,
  	"version_organization_id" uuid,
  	"version_campaign_id" uuid,
  	"version_source_name" varchar,
  	"version_source_url" varchar,
  	"version_source_reuse_right" varchar,
  	"version_ai_use_degree" "enum__articles_v_version_ai_use_degree" DEFAULT 'none',
  	"version_ai_use_tool" varchar,
  	"version_ai_use_note" varchar,
  	"version_fact_check_by_id" uuid,
  	"version_fact_check_on" timestamp(3) with time zone,
  	"version_fact_check_sources" varchar,
  	"version_language" varchar DEFAULT 'vi',
  	"version_review_after" timestamp(3) with time zone,
  	"version_approval_state" "enum__articles_v_version_approval_state" DEFAULT 'draft',
  	"version_approval_step" numeric DEFAULT 0,
  	"version_approval_decisions" jsonb DEFAULT '[]'::jsonb,
  	"version_created_by_id" uuid,
  	"version_content_hash" varchar,
  	"version_search_text" varchar,
  	"version_sort_key" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__articles_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "_articles_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_articles_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"media_id" uuid,
  	"audiences_id" uuid,
  	"topics_id" uuid,
  	"tasks_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "clips_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"user_id" uuid,
  	"pen_name" varchar
  );
  
  CREATE TABLE "clips" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"lead" varchar,
  	"video_id" uuid,
  	"poster_id" uuid,
  	"transcript" varchar,
  	"age_label" varchar,
  	"variants" jsonb,
  	"slug" varchar,
  	"organization_id" uuid,
  	"campaign_id" uuid,
  	"source_name" varchar,
  	"source_url" varchar,
  	"source_reuse_right" varchar,
  	"ai_use_degree" "enum_clips_ai_use_degree" DEFAULT 'none',
  	"ai_use_tool" varchar,
  	"ai_use_note" varchar,
  	"fact_check_by_id" uuid,
  	"fact_check_on" timestamp(3) with time zone,
  	"fact_check_sources" varchar,
  	"language" varchar DEFAULT 'vi',
  	"review_after" timestamp(3) with time zone,
  	"approval_state" "enum_clips_approval_state" DEFAULT 'draft',
  	"approval_step" numeric DEFAULT 0,
  	"approval_decisions" jsonb DEFAULT '[]'::jsonb,
  	"created_by_id" uuid,
  	"content_hash" varchar,
  	"search_text" varchar,
  	"sort_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_clips_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "clips_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "clips_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"audiences_id" uuid,
  	"topics_id" uuid,
  	"tasks_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "_clips_v_version_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid,
  	"pen_name" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_clips_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_lead" varchar,
  	"version_video_id" uuid,
  	"version_poster_id" uuid,
  	"version_transcript" varchar,
  	"version_age_label" varchar,
  	"version_variants" jsonb,
  	"version_slug" varchar,
  	"version_organization_id" uuid,
  	"version_campaign_id" uuid,
  	"version_source_name" varchar,
  	"version_source_url" varchar,
  	"version_source_reuse_right" varchar,
  	"version_ai_use_degree" "enum__clips_v_version_ai_use_degree" DEFAULT 'none',
  	"version_ai_use_tool" varchar,
  	"version_ai_use_note" varchar,
  	"version_fact_check_by_id" uuid,
  	"version_fact_check_on" timestamp(3) with time zone,
  	"version_fact_check_sources" varchar,
  	"version_language" varchar DEFAULT 'vi',
  	"version_review_after" timestamp(3) with time zone,
  	"version_approval_state" "enum__clips_v_version_approval_state" DEFAULT 'draft',
  	"version_approval_step" numeric DEFAULT 0,
  	"version_approval_decisions" jsonb DEFAULT '[]'::jsonb,
  	"version_created_by_id" uuid,
  	"version_content_hash" varchar,
  	"version_search_text" varchar,
  	"version_sort_key" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__clips_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "_clips_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_clips_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"audiences_id" uuid,
  	"topics_id" uuid,
  	"tasks_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "infographics_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"user_id" uuid,
  	"pen_name" varchar
  );
  
  CREATE TABLE "infographics" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"lead" varchar,
  	"text_equivalent" varchar,
  	"variants" jsonb,
  	"slug" varchar,
  	"organization_id" uuid,
  	"campaign_id" uuid,
  	"source_name" varchar,
  	"source_url" varchar,
  	"source_reuse_right" varchar,
  	"ai_use_degree" "enum_infographics_ai_use_degree" DEFAULT 'none',
  	"ai_use_tool" varchar,
  	"ai_use_note" varchar,
  	"fact_check_by_id" uuid,
  	"fact_check_on" timestamp(3) with time zone,
  	"fact_check_sources" varchar,
  	"language" varchar DEFAULT 'vi',
  	"review_after" timestamp(3) with time zone,
  	"approval_state" "enum_infographics_approval_state" DEFAULT 'draft',
  	"approval_step" numeric DEFAULT 0,
  	"approval_decisions" jsonb DEFAULT '[]'::jsonb,
  	"created_by_id" uuid,
  	"content_hash" varchar,
  	"search_text" varchar,
  	"sort_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_infographics_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "infographics_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "infographics_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"media_id" uuid,
  	"audiences_id" uuid,
  	"topics_id" uuid,
  	"tasks_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "_infographics_v_version_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid,
  	"pen_name" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_infographics_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_lead" varchar,
  	"version_text_equivalent" varchar,
  	"version_variants" jsonb,
  	"version_slug" varchar,
  	"version_organization_id" uuid,
  	"version_campaign_id" uuid,
  	"version_source_name" varchar,
  	"version_source_url" varchar,
  	"version_source_reuse_right" varchar,
  	"version_ai_use_degree" "enum__infographics_v_version_ai_use_degree" DEFAULT 'none',
  	"version_ai_use_tool" varchar,
  	"version_ai_use_note" varchar,
  	"version_fact_check_by_id" uuid,
  	"version_fact_check_on" timestamp(3) with time zone,
  	"version_fact_check_sources" varchar,
  	"version_language" varchar DEFAULT 'vi',
  	"version_review_after" timestamp(3) with time zone,
  	"version_approval_state" "enum__infographics_v_version_approval_state" DEFAULT 'draft',
  	"version_approval_step" numeric DEFAULT 0,
  	"version_approval_decisions" jsonb DEFAULT '[]'::jsonb,
  	"version_created_by_id" uuid,
  	"version_content_hash" varchar,
  	"version_search_text" varchar,
  	"version_sort_key" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__infographics_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "_infographics_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_infographics_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"media_id" uuid,
  	"audiences_id" uuid,
  	"topics_id" uuid,
  	"tasks_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "handbooks_chapters" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"body" jsonb
  );
  
  CREATE TABLE "handbooks_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"user_id" uuid,
  	"pen_name" varchar
  );
  
  CREATE TABLE "handbooks" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"lead" varchar,
  	"cover_id" uuid,
  	"edition" varchar,
  	"pdf_id" uuid,
  	"variants" jsonb,
  	"slug" varchar,
  	"organization_id" uuid,
  	"campaign_id" uuid,
  	"source_name" varchar,
  	"source_url" varchar,
  	"source_reuse_right" varchar,
  	"ai_use_degree" "enum_handbooks_ai_use_degree" DEFAULT 'none',
  	"ai_use_tool" varchar,
  	"ai_use_note" varchar,
  	"fact_check_by_id" uuid,
  	"fact_check_on" timestamp(3) with time zone,
  	"fact_check_sources" varchar,
  	"language" varchar DEFAULT 'vi',
  	"review_after" timestamp(3) with time zone,
  	"approval_state" "enum_handbooks_approval_state" DEFAULT 'draft',
  	"approval_step" numeric DEFAULT 0,
  	"approval_decisions" jsonb DEFAULT '[]'::jsonb,
  	"created_by_id" uuid,
  	"content_hash" varchar,
  	"search_text" varchar,
  	"sort_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_handbooks_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "handbooks_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "handbooks_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"audiences_id" uuid,
  	"topics_id" uuid,
  	"tasks_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "_handbooks_v_version_chapters" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar,
  	"body" jsonb,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_handbooks_v_version_authors" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"user_id" uuid,
  	"pen_name" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_handbooks_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_title" varchar,
  	"version_lead" varchar,
  	"version_cover_id" uuid,
  	"version_edition" varchar,
  	"version_pdf_id" uuid,
  	"version_variants" jsonb,
  	"version_slug" varchar,
  	"version_organization_id" uuid,
  	"version_campaign_id" uuid,
  	"version_source_name" varchar,
  	"version_source_url" varchar,
  	"version_source_reuse_right" varchar,
  	"version_ai_use_degree" "enum__handbooks_v_version_ai_use_degree" DEFAULT 'none',
  	"version_ai_use_tool" varchar,
  	"version_ai_use_note" varchar,
  	"version_fact_check_by_id" uuid,
  	"version_fact_check_on" timestamp(3) with time zone,
  	"version_fact_check_sources" varchar,
  	"version_language" varchar DEFAULT 'vi',
  	"version_review_after" timestamp(3) with time zone,
  	"version_approval_state" "enum__handbooks_v_version_approval_state" DEFAULT 'draft',
  	"version_approval_step" numeric DEFAULT 0,
  	"version_approval_decisions" jsonb DEFAULT '[]'::jsonb,
  	"version_created_by_id" uuid,
  	"version_content_hash" varchar,
  	"version_search_text" varchar,
  	"version_sort_key" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__handbooks_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "_handbooks_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_handbooks_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"audiences_id" uuid,
  	"topics_id" uuid,
  	"tasks_id" uuid,
  	"users_id" uuid
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"alt" varchar NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"caption" varchar,
  	"credit" varchar,
  	"licence" varchar,
  	"consent" varchar,
  	"ai_use" "enum_media_ai_use" DEFAULT 'none',
  	"sha256" varchar,
  	"stored_file" varchar,
  	"duration" numeric,
  	"renditions" jsonb,
  	"rendition_state" "enum_media_rendition_state" DEFAULT 'pending',
  	"rendition_problem" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric
  );
  
  CREATE TABLE "audiences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"tone_guide" varchar,
  	"order" numeric DEFAULT 100,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "topics" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"national_code" varchar,
  	"parent_id" uuid,
  	"order" numeric DEFAULT 100,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "publications" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"content_kind" "enum_publications_content_kind" NOT NULL,
  	"content_id" varchar NOT NULL,
  	"channel_id" uuid NOT NULL,
  	"platform" "enum_publications_platform" NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"campaign_id" uuid,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"state" "enum_publications_state" DEFAULT 'draft' NOT NULL,
  	"late_policy" "enum_publications_late_policy" DEFAULT 'hold' NOT NULL,
  	"late_after_minutes" numeric DEFAULT 60 NOT NULL,
  	"priority" numeric DEFAULT 0,
  	"snapshot" jsonb,
  	"approved_hash" varchar,
  	"content_version" varchar,
  	"approvals" jsonb,
  	"tracked_code" varchar,
  	"place_key" varchar,
  	"revision" numeric DEFAULT 0 NOT NULL,
  	"wake_at" timestamp(3) with time zone,
  	"lease_token" varchar,
  	"lease_until" timestamp(3) with time zone,
  	"retry_at" timestamp(3) with time zone,
  	"tries" numeric DEFAULT 0,
  	"sends" numeric DEFAULT 0,
  	"attempt_number" numeric DEFAULT 0,
  	"looks" numeric DEFAULT 0,
  	"samples" numeric DEFAULT 0,
  	"armed_at" timestamp(3) with time zone,
  	"absent_since" timestamp(3) with time zone,
  	"ticket" jsonb,
  	"audit_hash" varchar,
  	"remote_id" varchar,
  	"remote_url" varchar,
  	"published_at" timestamp(3) with time zone,
  	"withdrawn_at" timestamp(3) with time zone,
  	"failure_kind" varchar,
  	"failure_code" varchar,
  	"failure_message" varchar,
  	"held_because" varchar,
  	"held_message" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "publications_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"audiences_id" uuid,
  	"topics_id" uuid
  );
  
  CREATE TABLE "channels" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"platform" "enum_channels_platform" NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"external_id" varchar NOT NULL,
  	"url" varchar,
  	"secret" varchar,
  	"secret_expires_at" timestamp(3) with time zone,
  	"renew_lease" varchar,
  	"renew_lease_until" timestamp(3) with time zone,
  	"state" "enum_channels_state" DEFAULT 'off',
  	"problem" varchar,
  	"checked_at" timestamp(3) with time zone,
  	"identity" varchar,
  	"not_before" timestamp(3) with time zone,
  	"signature" varchar,
  	"legal_note_accepted_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "plans" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"number" varchar,
  	"issued_on" timestamp(3) with time zone,
  	"issuer" varchar,
  	"signer" varchar,
  	"from" timestamp(3) with time zone NOT NULL,
  	"to" timestamp(3) with time zone NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"parent_plan_id" uuid,
  	"state" "enum_plans_state" DEFAULT 'running',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "tasks_budget_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"source" varchar,
  	"planned" numeric,
  	"spent" numeric
  );
  
  CREATE TABLE "tasks" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"plan_id" uuid NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"code" varchar NOT NULL,
  	"group" varchar,
  	"text" varchar NOT NULL,
  	"product" varchar,
  	"period" varchar,
  	"from" timestamp(3) with time zone,
  	"to" timestamp(3) with time zone,
  	"state" "enum_tasks_state" DEFAULT 'running',
  	"note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "tasks_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "quotas_kinds" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_quotas_kinds",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "quotas_platforms" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_quotas_platforms",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "quotas" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"plan_id" uuid NOT NULL,
  	"task_id" uuid,
  	"organization_id" uuid NOT NULL,
  	"count" numeric NOT NULL,
  	"per" "enum_quotas_per" NOT NULL,
  	"counts_posts" boolean DEFAULT false,
  	"from" timestamp(3) with time zone,
  	"to" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "quotas_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"audiences_id" uuid,
  	"topics_id" uuid
  );
  
  CREATE TABLE "campaigns" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"theme" varchar,
  	"slogan" varchar,
  	"from" timestamp(3) with time zone,
  	"to" timestamp(3) with time zone,
  	"parent_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "campaigns_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "campaigns_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"tasks_id" uuid
  );
  
  CREATE TABLE "organizations_approval_steps" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"role" "enum_organizations_approval_steps_role" NOT NULL
  );
  
  CREATE TABLE "organizations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"short_name" varchar,
  	"kind" "enum_organizations_kind" NOT NULL,
  	"level" "enum_organizations_level" NOT NULL,
  	"parent_id" uuid,
  	"valid_from" timestamp(3) with time zone,
  	"valid_to" timestamp(3) with time zone,
  	"successor_id" uuid,
  	"timezone" varchar DEFAULT 'Asia/Ho_Chi_Minh',
  	"late_policy" "enum_organizations_late_policy" DEFAULT 'hold' NOT NULL,
  	"late_after_minutes" numeric DEFAULT 60 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "organizations_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"organizations_id" uuid
  );
  
  CREATE TABLE "users_memberships_roles" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_users_memberships_roles",
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "users_memberships" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"organization_id" uuid NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"pen_name" varchar,
  	"system_admin" boolean DEFAULT false,
  	"locale" "enum_users_locale" DEFAULT 'vi',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "attempts" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"publication_id" uuid NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"number" numeric NOT NULL,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"ended_at" timestamp(3) with time zone,
  	"outcome" varchar,
  	"steps" jsonb,
  	"fingerprint" varchar,
  	"worker" varchar,
  	"http_status" numeric,
  	"answer" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "readings" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"publication_id" uuid,
  	"channel_id" uuid NOT NULL,
  	"organization_id" uuid NOT NULL,
  	"metric" "enum_readings_metric" NOT NULL,
  	"value" numeric,
  	"because" varchar,
  	"definition" varchar NOT NULL,
  	"api_version" varchar NOT NULL,
  	"taken_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "audit" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"actor" varchar,
  	"actor_name" varchar,
  	"action" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"organization_id" uuid,
  	"detail" jsonb,
  	"previous_hash" varchar,
  	"hash" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "pages" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"title" varchar NOT NULL,
  	"publication" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"address" varchar NOT NULL,
  	"kind" "enum_pages_kind" NOT NULL,
  	"lead" varchar,
  	"post" jsonb NOT NULL,
  	"hash" varchar NOT NULL,
  	"state" "enum_pages_state" NOT NULL,
  	"published_at" timestamp(3) with time zone NOT NULL,
  	"withdrawn_at" timestamp(3) with time zone,
  	"views" numeric DEFAULT 0 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "pages_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "workers" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"seen_at" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"articles_id" uuid,
  	"clips_id" uuid,
  	"infographics_id" uuid,
  	"handbooks_id" uuid,
  	"media_id" uuid,
  	"audiences_id" uuid,
  	"topics_id" uuid,
  	"publications_id" uuid,
  	"channels_id" uuid,
  	"plans_id" uuid,
  	"tasks_id" uuid,
  	"quotas_id" uuid,
  	"campaigns_id" uuid,
  	"organizations_id" uuid,
  	"users_id" uuid,
  	"attempts_id" uuid,
  	"readings_id" uuid,
  	"audit_id" uuid,
  	"pages_id" uuid,
  	"workers_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "switchboard" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"paused" boolean DEFAULT false,
  	"because" varchar,
  	"by" varchar,
  	"at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "articles_authors" ADD CONSTRAINT "articles_authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles_authors" ADD CONSTRAINT "articles_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_cover_id_media_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_fact_check_by_id_users_id_fk" FOREIGN KEY ("fact_check_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles_texts" ADD CONSTRAINT "articles_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_audiences_fk" FOREIGN KEY ("audiences_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_tasks_fk" FOREIGN KEY ("tasks_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_version_authors" ADD CONSTRAINT "_articles_v_version_authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v_version_authors" ADD CONSTRAINT "_articles_v_version_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_parent_id_articles_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_cover_id_media_id_fk" FOREIGN KEY ("version_cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_organization_id_organizations_id_fk" FOREIGN KEY ("version_organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_campaign_id_campaigns_id_fk" FOREIGN KEY ("version_campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_fact_check_by_id_users_id_fk" FOREIGN KEY ("version_fact_check_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v_texts" ADD CONSTRAINT "_articles_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_audiences_fk" FOREIGN KEY ("audiences_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_tasks_fk" FOREIGN KEY ("tasks_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "clips_authors" ADD CONSTRAINT "clips_authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "clips_authors" ADD CONSTRAINT "clips_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."clips"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "clips" ADD CONSTRAINT "clips_video_id_media_id_fk" FOREIGN KEY ("video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "clips" ADD CONSTRAINT "clips_poster_id_media_id_fk" FOREIGN KEY ("poster_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "clips" ADD CONSTRAINT "clips_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "clips" ADD CONSTRAINT "clips_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "clips" ADD CONSTRAINT "clips_fact_check_by_id_users_id_fk" FOREIGN KEY ("fact_check_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "clips" ADD CONSTRAINT "clips_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "clips_texts" ADD CONSTRAINT "clips_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."clips"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "clips_rels" ADD CONSTRAINT "clips_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."clips"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "clips_rels" ADD CONSTRAINT "clips_rels_audiences_fk" FOREIGN KEY ("audiences_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "clips_rels" ADD CONSTRAINT "clips_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "clips_rels" ADD CONSTRAINT "clips_rels_tasks_fk" FOREIGN KEY ("tasks_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "clips_rels" ADD CONSTRAINT "clips_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_clips_v_version_authors" ADD CONSTRAINT "_clips_v_version_authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clips_v_version_authors" ADD CONSTRAINT "_clips_v_version_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_clips_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_clips_v" ADD CONSTRAINT "_clips_v_parent_id_clips_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."clips"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clips_v" ADD CONSTRAINT "_clips_v_version_video_id_media_id_fk" FOREIGN KEY ("version_video_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clips_v" ADD CONSTRAINT "_clips_v_version_poster_id_media_id_fk" FOREIGN KEY ("version_poster_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clips_v" ADD CONSTRAINT "_clips_v_version_organization_id_organizations_id_fk" FOREIGN KEY ("version_organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clips_v" ADD CONSTRAINT "_clips_v_version_campaign_id_campaigns_id_fk" FOREIGN KEY ("version_campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clips_v" ADD CONSTRAINT "_clips_v_version_fact_check_by_id_users_id_fk" FOREIGN KEY ("version_fact_check_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clips_v" ADD CONSTRAINT "_clips_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clips_v_texts" ADD CONSTRAINT "_clips_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_clips_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_clips_v_rels" ADD CONSTRAINT "_clips_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_clips_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_clips_v_rels" ADD CONSTRAINT "_clips_v_rels_audiences_fk" FOREIGN KEY ("audiences_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_clips_v_rels" ADD CONSTRAINT "_clips_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_clips_v_rels" ADD CONSTRAINT "_clips_v_rels_tasks_fk" FOREIGN KEY ("tasks_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_clips_v_rels" ADD CONSTRAINT "_clips_v_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "infographics_authors" ADD CONSTRAINT "infographics_authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "infographics_authors" ADD CONSTRAINT "infographics_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."infographics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "infographics" ADD CONSTRAINT "infographics_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "infographics" ADD CONSTRAINT "infographics_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "infographics" ADD CONSTRAINT "infographics_fact_check_by_id_users_id_fk" FOREIGN KEY ("fact_check_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "infographics" ADD CONSTRAINT "infographics_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "infographics_texts" ADD CONSTRAINT "infographics_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."infographics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "infographics_rels" ADD CONSTRAINT "infographics_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."infographics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "infographics_rels" ADD CONSTRAINT "infographics_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "infographics_rels" ADD CONSTRAINT "infographics_rels_audiences_fk" FOREIGN KEY ("audiences_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "infographics_rels" ADD CONSTRAINT "infographics_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "infographics_rels" ADD CONSTRAINT "infographics_rels_tasks_fk" FOREIGN KEY ("tasks_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "infographics_rels" ADD CONSTRAINT "infographics_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_infographics_v_version_authors" ADD CONSTRAINT "_infographics_v_version_authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_infographics_v_version_authors" ADD CONSTRAINT "_infographics_v_version_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_infographics_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_infographics_v" ADD CONSTRAINT "_infographics_v_parent_id_infographics_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."infographics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_infographics_v" ADD CONSTRAINT "_infographics_v_version_organization_id_organizations_id_fk" FOREIGN KEY ("version_organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_infographics_v" ADD CONSTRAINT "_infographics_v_version_campaign_id_campaigns_id_fk" FOREIGN KEY ("version_campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_infographics_v" ADD CONSTRAINT "_infographics_v_version_fact_check_by_id_users_id_fk" FOREIGN KEY ("version_fact_check_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_infographics_v" ADD CONSTRAINT "_infographics_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_infographics_v_texts" ADD CONSTRAINT "_infographics_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_infographics_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_infographics_v_rels" ADD CONSTRAINT "_infographics_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_infographics_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_infographics_v_rels" ADD CONSTRAINT "_infographics_v_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_infographics_v_rels" ADD CONSTRAINT "_infographics_v_rels_audiences_fk" FOREIGN KEY ("audiences_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_infographics_v_rels" ADD CONSTRAINT "_infographics_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_infographics_v_rels" ADD CONSTRAINT "_infographics_v_rels_tasks_fk" FOREIGN KEY ("tasks_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_infographics_v_rels" ADD CONSTRAINT "_infographics_v_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "handbooks_chapters" ADD CONSTRAINT "handbooks_chapters_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."handbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "handbooks_authors" ADD CONSTRAINT "handbooks_authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handbooks_authors" ADD CONSTRAINT "handbooks_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."handbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "handbooks" ADD CONSTRAINT "handbooks_cover_id_media_id_fk" FOREIGN KEY ("cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handbooks" ADD CONSTRAINT "handbooks_pdf_id_media_id_fk" FOREIGN KEY ("pdf_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handbooks" ADD CONSTRAINT "handbooks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handbooks" ADD CONSTRAINT "handbooks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handbooks" ADD CONSTRAINT "handbooks_fact_check_by_id_users_id_fk" FOREIGN KEY ("fact_check_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handbooks" ADD CONSTRAINT "handbooks_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "handbooks_texts" ADD CONSTRAINT "handbooks_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."handbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "handbooks_rels" ADD CONSTRAINT "handbooks_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."handbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "handbooks_rels" ADD CONSTRAINT "handbooks_rels_audiences_fk" FOREIGN KEY ("audiences_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "handbooks_rels" ADD CONSTRAINT "handbooks_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "handbooks_rels" ADD CONSTRAINT "handbooks_rels_tasks_fk" FOREIGN KEY ("tasks_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "handbooks_rels" ADD CONSTRAINT "handbooks_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_handbooks_v_version_chapters" ADD CONSTRAINT "_handbooks_v_version_chapters_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_handbooks_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_handbooks_v_version_authors" ADD CONSTRAINT "_handbooks_v_version_authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_handbooks_v_version_authors" ADD CONSTRAINT "_handbooks_v_version_authors_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_handbooks_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_handbooks_v" ADD CONSTRAINT "_handbooks_v_parent_id_handbooks_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."handbooks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_handbooks_v" ADD CONSTRAINT "_handbooks_v_version_cover_id_media_id_fk" FOREIGN KEY ("version_cover_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_handbooks_v" ADD CONSTRAINT "_handbooks_v_version_pdf_id_media_id_fk" FOREIGN KEY ("version_pdf_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_handbooks_v" ADD CONSTRAINT "_handbooks_v_version_organization_id_organizations_id_fk" FOREIGN KEY ("version_organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_handbooks_v" ADD CONSTRAINT "_handbooks_v_version_campaign_id_campaigns_id_fk" FOREIGN KEY ("version_campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_handbooks_v" ADD CONSTRAINT "_handbooks_v_version_fact_check_by_id_users_id_fk" FOREIGN KEY ("version_fact_check_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_handbooks_v" ADD CONSTRAINT "_handbooks_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_handbooks_v_texts" ADD CONSTRAINT "_handbooks_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_handbooks_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_handbooks_v_rels" ADD CONSTRAINT "_handbooks_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_handbooks_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_handbooks_v_rels" ADD CONSTRAINT "_handbooks_v_rels_audiences_fk" FOREIGN KEY ("audiences_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_handbooks_v_rels" ADD CONSTRAINT "_handbooks_v_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_handbooks_v_rels" ADD CONSTRAINT "_handbooks_v_rels_tasks_fk" FOREIGN KEY ("tasks_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_handbooks_v_rels" ADD CONSTRAINT "_handbooks_v_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "topics" ADD CONSTRAINT "topics_parent_id_topics_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."topics"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications" ADD CONSTRAINT "publications_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications" ADD CONSTRAINT "publications_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications" ADD CONSTRAINT "publications_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_audiences_fk" FOREIGN KEY ("audiences_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "publications_rels" ADD CONSTRAINT "publications_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "channels" ADD CONSTRAINT "channels_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "channels" ADD CONSTRAINT "channels_legal_note_accepted_by_id_users_id_fk" FOREIGN KEY ("legal_note_accepted_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plans" ADD CONSTRAINT "plans_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "plans" ADD CONSTRAINT "plans_parent_plan_id_plans_id_fk" FOREIGN KEY ("parent_plan_id") REFERENCES "public"."plans"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tasks_budget_lines" ADD CONSTRAINT "tasks_budget_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "tasks" ADD CONSTRAINT "tasks_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tasks" ADD CONSTRAINT "tasks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "tasks_texts" ADD CONSTRAINT "tasks_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quotas_kinds" ADD CONSTRAINT "quotas_kinds_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."quotas"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quotas_platforms" ADD CONSTRAINT "quotas_platforms_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."quotas"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quotas" ADD CONSTRAINT "quotas_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotas" ADD CONSTRAINT "quotas_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotas" ADD CONSTRAINT "quotas_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "quotas_rels" ADD CONSTRAINT "quotas_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."quotas"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quotas_rels" ADD CONSTRAINT "quotas_rels_audiences_fk" FOREIGN KEY ("audiences_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "quotas_rels" ADD CONSTRAINT "quotas_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_parent_id_campaigns_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."campaigns"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "campaigns_texts" ADD CONSTRAINT "campaigns_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "campaigns_rels" ADD CONSTRAINT "campaigns_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "campaigns_rels" ADD CONSTRAINT "campaigns_rels_tasks_fk" FOREIGN KEY ("tasks_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "organizations_approval_steps" ADD CONSTRAINT "organizations_approval_steps_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "organizations" ADD CONSTRAINT "organizations_parent_id_organizations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organizations" ADD CONSTRAINT "organizations_successor_id_organizations_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organizations_rels" ADD CONSTRAINT "organizations_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "organizations_rels" ADD CONSTRAINT "organizations_rels_organizations_fk" FOREIGN KEY ("organizations_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_memberships_roles" ADD CONSTRAINT "users_memberships_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users_memberships"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_memberships" ADD CONSTRAINT "users_memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_memberships" ADD CONSTRAINT "users_memberships_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "attempts" ADD CONSTRAINT "attempts_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "attempts" ADD CONSTRAINT "attempts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "readings" ADD CONSTRAINT "readings_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "readings" ADD CONSTRAINT "readings_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "readings" ADD CONSTRAINT "readings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "audit" ADD CONSTRAINT "audit_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_texts" ADD CONSTRAINT "pages_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_articles_fk" FOREIGN KEY ("articles_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_clips_fk" FOREIGN KEY ("clips_id") REFERENCES "public"."clips"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_infographics_fk" FOREIGN KEY ("infographics_id") REFERENCES "public"."infographics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_handbooks_fk" FOREIGN KEY ("handbooks_id") REFERENCES "public"."handbooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_audiences_fk" FOREIGN KEY ("audiences_id") REFERENCES "public"."audiences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_topics_fk" FOREIGN KEY ("topics_id") REFERENCES "public"."topics"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_publications_fk" FOREIGN KEY ("publications_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_channels_fk" FOREIGN KEY ("channels_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_plans_fk" FOREIGN KEY ("plans_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_tasks_fk" FOREIGN KEY ("tasks_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_quotas_fk" FOREIGN KEY ("quotas_id") REFERENCES "public"."quotas"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_campaigns_fk" FOREIGN KEY ("campaigns_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_organizations_fk" FOREIGN KEY ("organizations_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_attempts_fk" FOREIGN KEY ("attempts_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_readings_fk" FOREIGN KEY ("readings_id") REFERENCES "public"."readings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_audit_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audit"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_workers_fk" FOREIGN KEY ("workers_id") REFERENCES "public"."workers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "articles_authors_order_idx" ON "articles_authors" USING btree ("_order");
  CREATE INDEX "articles_authors_parent_id_idx" ON "articles_authors" USING btree ("_parent_id");
  CREATE INDEX "articles_authors_user_idx" ON "articles_authors" USING btree ("user_id");
  CREATE INDEX "articles_cover_idx" ON "articles" USING btree ("cover_id");
  CREATE INDEX "articles_slug_idx" ON "articles" USING btree ("slug");
  CREATE INDEX "articles_organization_idx" ON "articles" USING btree ("organization_id");
  CREATE INDEX "articles_campaign_idx" ON "articles" USING btree ("campaign_id");
  CREATE INDEX "articles_fact_check_fact_check_by_idx" ON "articles" USING btree ("fact_check_by_id");
  CREATE INDEX "articles_approval_approval_state_idx" ON "articles" USING btree ("approval_state");
  CREATE INDEX "articles_created_by_idx" ON "articles" USING btree ("created_by_id");
  CREATE INDEX "articles_sort_key_idx" ON "articles" USING btree ("sort_key");
  CREATE INDEX "articles_updated_at_idx" ON "articles" USING btree ("updated_at");
  CREATE INDEX "articles_created_at_idx" ON "articles" USING btree ("created_at");
  CREATE INDEX "articles__status_idx" ON "articles" USING btree ("_status");
  CREATE INDEX "articles_texts_order_parent" ON "articles_texts" USING btree ("order","parent_id");
  CREATE INDEX "articles_rels_order_idx" ON "articles_rels" USING btree ("order");
  CREATE INDEX "articles_rels_parent_idx" ON "articles_rels" USING btree ("parent_id");
  CREATE INDEX "articles_rels_path_idx" ON "articles_rels" USING btree ("path");
  CREATE INDEX "articles_rels_media_id_idx" ON "articles_rels" USING btree ("media_id");
  CREATE INDEX "articles_rels_audiences_id_idx" ON "articles_rels" USING btree ("audiences_id");
  CREATE INDEX "articles_rels_topics_id_idx" ON "articles_rels" USING btree ("topics_id");
  CREATE INDEX "articles_rels_tasks_id_idx" ON "articles_rels" USING btree ("tasks_id");
  CREATE INDEX "articles_rels_users_id_idx" ON "articles_rels" USING btree ("users_id");
  CREATE INDEX "_articles_v_version_authors_order_idx" ON "_articles_v_version_authors" USING btree ("_order");
  CREATE INDEX "_articles_v_version_authors_parent_id_idx" ON "_articles_v_version_authors" USING btree ("_parent_id");
  CREATE INDEX "_articles_v_version_authors_user_idx" ON "_articles_v_version_authors" USING btree ("user_id");
  CREATE INDEX "_articles_v_parent_idx" ON "_articles_v" USING btree ("parent_id");
  CREATE INDEX "_articles_v_version_version_cover_idx" ON "_articles_v" USING btree ("version_cover_id");
  CREATE INDEX "_articles_v_version_version_slug_idx" ON "_articles_v" USING btree ("version_slug");
  CREATE INDEX "_articles_v_version_version_organization_idx" ON "_articles_v" USING btree ("version_organization_id");
  CREATE INDEX "_articles_v_version_version_campaign_idx" ON "_articles_v" USING btree ("version_campaign_id");
  CREATE INDEX "_articles_v_version_fact_check_version_fact_check_by_idx" ON "_articles_v" USING btree ("version_fact_check_by_id");
  CREATE INDEX "_articles_v_version_approval_version_approval_state_idx" ON "_articles_v" USING btree ("version_approval_state");
  CREATE INDEX "_articles_v_version_version_created_by_idx" ON "_articles_v" USING btree ("version_created_by_id");
  CREATE INDEX "_articles_v_version_version_sort_key_idx" ON "_articles_v" USING btree ("version_sort_key");
  CREATE INDEX "_articles_v_version_version_updated_at_idx" ON "_articles_v" USING btree ("version_updated_at");
  CREATE INDEX "_articles_v_version_version_created_at_idx" ON "_articles_v" USING btree ("version_created_at");
  CREATE INDEX "_articles_v_version_version__status_idx" ON "_articles_v" USING btree ("version__status");
  CREATE INDEX "_articles_v_created_at_idx" ON "_articles_v" USING btree ("created_at");
  CREATE INDEX "_articles_v_updated_at_idx" ON "_articles_v" USING btree ("updated_at");
  CREATE INDEX "_articles_v_latest_idx" ON "_articles_v" USING btree ("latest");
  CREATE INDEX "_articles_v_texts_order_parent" ON "_articles_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "_articles_v_rels_order_idx" ON "_articles_v_rels" USING btree ("order");
  CREATE INDEX "_articles_v_rels_parent_idx" ON "_articles_v_rels" USING btree ("parent_id");
  CREATE INDEX "_articles_v_rels_path_idx" ON "_articles_v_rels" USING btree ("path");
  CREATE INDEX "_articles_v_rels_media_id_idx" ON "_articles_v_rels" USING btree ("media_id");
  CREATE INDEX "_articles_v_rels_audiences_id_idx" ON "_articles_v_rels" USING btree ("audiences_id");
  CREATE INDEX "_articles_v_rels_topics_id_idx" ON "_articles_v_rels" USING btree ("topics_id");
  CREATE INDEX "_articles_v_rels_tasks_id_idx" ON "_articles_v_rels" USING btree ("tasks_id");
  CREATE INDEX "_articles_v_rels_users_id_idx" ON "_articles_v_rels" USING btree ("users_id");
  CREATE INDEX "clips_authors_order_idx" ON "clips_authors" USING btree ("_order");
  CREATE INDEX "clips_authors_parent_id_idx" ON "clips_authors" USING btree ("_parent_id");
  CREATE INDEX "clips_authors_user_idx" ON "clips_authors" USING btree ("user_id");
  CREATE INDEX "clips_video_idx" ON "clips" USING btree ("video_id");
  CREATE INDEX "clips_poster_idx" ON "clips" USING btree ("poster_id");
  CREATE INDEX "clips_slug_idx" ON "clips" USING btree ("slug");
  CREATE INDEX "clips_organization_idx" ON "clips" USING btree ("organization_id");
  CREATE INDEX "clips_campaign_idx" ON "clips" USING btree ("campaign_id");
  CREATE INDEX "clips_fact_check_fact_check_by_idx" ON "clips" USING btree ("fact_check_by_id");
  CREATE INDEX "clips_approval_approval_state_idx" ON "clips" USING btree ("approval_state");
  CREATE INDEX "clips_created_by_idx" ON "clips" USING btree ("created_by_id");
  CREATE INDEX "clips_sort_key_idx" ON "clips" USING btree ("sort_key");
  CREATE INDEX "clips_updated_at_idx" ON "clips" USING btree ("updated_at");
  CREATE INDEX "clips_created_at_idx" ON "clips" USING btree ("created_at");
  CREATE INDEX "clips__status_idx" ON "clips" USING btree ("_status");
  CREATE INDEX "clips_texts_order_parent" ON "clips_texts" USING btree ("order","parent_id");
  CREATE INDEX "clips_rels_order_idx" ON "clips_rels" USING btree ("order");
  CREATE INDEX "clips_rels_parent_idx" ON "clips_rels" USING btree ("parent_id");
  CREATE INDEX "clips_rels_path_idx" ON "clips_rels" USING btree ("path");
  CREATE INDEX "clips_rels_audiences_id_idx" ON "clips_rels" USING btree ("audiences_id");
  CREATE INDEX "clips_rels_topics_id_idx" ON "clips_rels" USING btree ("topics_id");
  CREATE INDEX "clips_rels_tasks_id_idx" ON "clips_rels" USING btree ("tasks_id");
  CREATE INDEX "clips_rels_users_id_idx" ON "clips_rels" USING btree ("users_id");
  CREATE INDEX "_clips_v_version_authors_order_idx" ON "_clips_v_version_authors" USING btree ("_order");
  CREATE INDEX "_clips_v_version_authors_parent_id_idx" ON "_clips_v_version_authors" USING btree ("_parent_id");
  CREATE INDEX "_clips_v_version_authors_user_idx" ON "_clips_v_version_authors" USING btree ("user_id");
  CREATE INDEX "_clips_v_parent_idx" ON "_clips_v" USING btree ("parent_id");
  CREATE INDEX "_clips_v_version_version_video_idx" ON "_clips_v" USING btree ("version_video_id");
  CREATE INDEX "_clips_v_version_version_poster_idx" ON "_clips_v" USING btree ("version_poster_id");
  CREATE INDEX "_clips_v_version_version_slug_idx" ON "_clips_v" USING btree ("version_slug");
  CREATE INDEX "_clips_v_version_version_organization_idx" ON "_clips_v" USING btree ("version_organization_id");
  CREATE INDEX "_clips_v_version_version_campaign_idx" ON "_clips_v" USING btree ("version_campaign_id");
  CREATE INDEX "_clips_v_version_fact_check_version_fact_check_by_idx" ON "_clips_v" USING btree ("version_fact_check_by_id");
  CREATE INDEX "_clips_v_version_approval_version_approval_state_idx" ON "_clips_v" USING btree ("version_approval_state");
  CREATE INDEX "_clips_v_version_version_created_by_idx" ON "_clips_v" USING btree ("version_created_by_id");
  CREATE INDEX "_clips_v_version_version_sort_key_idx" ON "_clips_v" USING btree ("version_sort_key");
  CREATE INDEX "_clips_v_version_version_updated_at_idx" ON "_clips_v" USING btree ("version_updated_at");
  CREATE INDEX "_clips_v_version_version_created_at_idx" ON "_clips_v" USING btree ("version_created_at");
  CREATE INDEX "_clips_v_version_version__status_idx" ON "_clips_v" USING btree ("version__status");
  CREATE INDEX "_clips_v_created_at_idx" ON "_clips_v" USING btree ("created_at");
  CREATE INDEX "_clips_v_updated_at_idx" ON "_clips_v" USING btree ("updated_at");
  CREATE INDEX "_clips_v_latest_idx" ON "_clips_v" USING btree ("latest");
  CREATE INDEX "_clips_v_texts_order_parent" ON "_clips_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "_clips_v_rels_order_idx" ON "_clips_v_rels" USING btree ("order");
  CREATE INDEX "_clips_v_rels_parent_idx" ON "_clips_v_rels" USING btree ("parent_id");
  CREATE INDEX "_clips_v_rels_path_idx" ON "_clips_v_rels" USING btree ("path");
  CREATE INDEX "_clips_v_rels_audiences_id_idx" ON "_clips_v_rels" USING btree ("audiences_id");
  CREATE INDEX "_clips_v_rels_topics_id_idx" ON "_clips_v_rels" USING btree ("topics_id");
  CREATE INDEX "_clips_v_rels_tasks_id_idx" ON "_clips_v_rels" USING btree ("tasks_id");
  CREATE INDEX "_clips_v_rels_users_id_idx" ON "_clips_v_rels" USING btree ("users_id");
  CREATE INDEX "infographics_authors_order_idx" ON "infographics_authors" USING btree ("_order");
  CREATE INDEX "infographics_authors_parent_id_idx" ON "infographics_authors" USING btree ("_parent_id");
  CREATE INDEX "infographics_authors_user_idx" ON "infographics_authors" USING btree ("user_id");
  CREATE INDEX "infographics_slug_idx" ON "infographics" USING btree ("slug");
  CREATE INDEX "infographics_organization_idx" ON "infographics" USING btree ("organization_id");
  CREATE INDEX "infographics_campaign_idx" ON "infographics" USING btree ("campaign_id");
  CREATE INDEX "infographics_fact_check_fact_check_by_idx" ON "infographics" USING btree ("fact_check_by_id");
  CREATE INDEX "infographics_approval_approval_state_idx" ON "infographics" USING btree ("approval_state");
  CREATE INDEX "infographics_created_by_idx" ON "infographics" USING btree ("created_by_id");
  CREATE INDEX "infographics_sort_key_idx" ON "infographics" USING btree ("sort_key");
  CREATE INDEX "infographics_updated_at_idx" ON "infographics" USING btree ("updated_at");
  CREATE INDEX "infographics_created_at_idx" ON "infographics" USING btree ("created_at");
  CREATE INDEX "infographics__status_idx" ON "infographics" USING btree ("_status");
  CREATE INDEX "infographics_texts_order_parent" ON "infographics_texts" USING btree ("order","parent_id");
  CREATE INDEX "infographics_rels_order_idx" ON "infographics_rels" USING btree ("order");
  CREATE INDEX "infographics_rels_parent_idx" ON "infographics_rels" USING btree ("parent_id");
  CREATE INDEX "infographics_rels_path_idx" ON "infographics_rels" USING btree ("path");
  CREATE INDEX "infographics_rels_media_id_idx" ON "infographics_rels" USING btree ("media_id");
  CREATE INDEX "infographics_rels_audiences_id_idx" ON "infographics_rels" USING btree ("audiences_id");
  CREATE INDEX "infographics_rels_topics_id_idx" ON "infographics_rels" USING btree ("topics_id");
  CREATE INDEX "infographics_rels_tasks_id_idx" ON "infographics_rels" USING btree ("tasks_id");
  CREATE INDEX "infographics_rels_users_id_idx" ON "infographics_rels" USING btree ("users_id");
  CREATE INDEX "_infographics_v_version_authors_order_idx" ON "_infographics_v_version_authors" USING btree ("_order");
  CREATE INDEX "_infographics_v_version_authors_parent_id_idx" ON "_infographics_v_version_authors" USING btree ("_parent_id");
  CREATE INDEX "_infographics_v_version_authors_user_idx" ON "_infographics_v_version_authors" USING btree ("user_id");
  CREATE INDEX "_infographics_v_parent_idx" ON "_infographics_v" USING btree ("parent_id");
  CREATE INDEX "_infographics_v_version_version_slug_idx" ON "_infographics_v" USING btree ("version_slug");
  CREATE INDEX "_infographics_v_version_version_organization_idx" ON "_infographics_v" USING btree ("version_organization_id");
  CREATE INDEX "_infographics_v_version_version_campaign_idx" ON "_infographics_v" USING btree ("version_campaign_id");
  CREATE INDEX "_infographics_v_version_fact_check_version_fact_check_by_idx" ON "_infographics_v" USING btree ("version_fact_check_by_id");
  CREATE INDEX "_infographics_v_version_approval_version_approval_state_idx" ON "_infographics_v" USING btree ("version_approval_state");
  CREATE INDEX "_infographics_v_version_version_created_by_idx" ON "_infographics_v" USING btree ("version_created_by_id");
  CREATE INDEX "_infographics_v_version_version_sort_key_idx" ON "_infographics_v" USING btree ("version_sort_key");
  CREATE INDEX "_infographics_v_version_version_updated_at_idx" ON "_infographics_v" USING btree ("version_updated_at");
  CREATE INDEX "_infographics_v_version_version_created_at_idx" ON "_infographics_v" USING btree ("version_created_at");
  CREATE INDEX "_infographics_v_version_version__status_idx" ON "_infographics_v" USING btree ("version__status");
  CREATE INDEX "_infographics_v_created_at_idx" ON "_infographics_v" USING btree ("created_at");
  CREATE INDEX "_infographics_v_updated_at_idx" ON "_infographics_v" USING btree ("updated_at");
  CREATE INDEX "_infographics_v_latest_idx" ON "_infographics_v" USING btree ("latest");
  CREATE INDEX "_infographics_v_texts_order_parent" ON "_infographics_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "_infographics_v_rels_order_idx" ON "_infographics_v_rels" USING btree ("order");
  CREATE INDEX "_infographics_v_rels_parent_idx" ON "_infographics_v_rels" USING btree ("parent_id");
  CREATE INDEX "_infographics_v_rels_path_idx" ON "_infographics_v_rels" USING btree ("path");
  CREATE INDEX "_infographics_v_rels_media_id_idx" ON "_infographics_v_rels" USING btree ("media_id");
  CREATE INDEX "_infographics_v_rels_audiences_id_idx" ON "_infographics_v_rels" USING btree ("audiences_id");
  CREATE INDEX "_infographics_v_rels_topics_id_idx" ON "_infographics_v_rels" USING btree ("topics_id");
  CREATE INDEX "_infographics_v_rels_tasks_id_idx" ON "_infographics_v_rels" USING btree ("tasks_id");
  CREATE INDEX "_infographics_v_rels_users_id_idx" ON "_infographics_v_rels" USING btree ("users_id");
  CREATE INDEX "handbooks_chapters_order_idx" ON "handbooks_chapters" USING btree ("_order");
  CREATE INDEX "handbooks_chapters_parent_id_idx" ON "handbooks_chapters" USING btree ("_parent_id");
  CREATE INDEX "handbooks_authors_order_idx" ON "handbooks_authors" USING btree ("_order");
  CREATE INDEX "handbooks_authors_parent_id_idx" ON "handbooks_authors" USING btree ("_parent_id");
  CREATE INDEX "handbooks_authors_user_idx" ON "handbooks_authors" USING btree ("user_id");
  CREATE INDEX "handbooks_cover_idx" ON "handbooks" USING btree ("cover_id");
  CREATE INDEX "handbooks_pdf_idx" ON "handbooks" USING btree ("pdf_id");
  CREATE INDEX "handbooks_slug_idx" ON "handbooks" USING btree ("slug");
  CREATE INDEX "handbooks_organization_idx" ON "handbooks" USING btree ("organization_id");
  CREATE INDEX "handbooks_campaign_idx" ON "handbooks" USING btree ("campaign_id");
  CREATE INDEX "handbooks_fact_check_fact_check_by_idx" ON "handbooks" USING btree ("fact_check_by_id");
  CREATE INDEX "handbooks_approval_approval_state_idx" ON "handbooks" USING btree ("approval_state");
  CREATE INDEX "handbooks_created_by_idx" ON "handbooks" USING btree ("created_by_id");
  CREATE INDEX "handbooks_sort_key_idx" ON "handbooks" USING btree ("sort_key");
  CREATE INDEX "handbooks_updated_at_idx" ON "handbooks" USING btree ("updated_at");
  CREATE INDEX "handbooks_created_at_idx" ON "handbooks" USING btree ("created_at");
  CREATE INDEX "handbooks__status_idx" ON "handbooks" USING btree ("_status");
  CREATE INDEX "handbooks_texts_order_parent" ON "handbooks_texts" USING btree ("order","parent_id");
  CREATE INDEX "handbooks_rels_order_idx" ON "handbooks_rels" USING btree ("order");
  CREATE INDEX "handbooks_rels_parent_idx" ON "handbooks_rels" USING btree ("parent_id");
  CREATE INDEX "handbooks_rels_path_idx" ON "handbooks_rels" USING btree ("path");
  CREATE INDEX "handbooks_rels_audiences_id_idx" ON "handbooks_rels" USING btree ("audiences_id");
  CREATE INDEX "handbooks_rels_topics_id_idx" ON "handbooks_rels" USING btree ("topics_id");
  CREATE INDEX "handbooks_rels_tasks_id_idx" ON "handbooks_rels" USING btree ("tasks_id");
  CREATE INDEX "handbooks_rels_users_id_idx" ON "handbooks_rels" USING btree ("users_id");
  CREATE INDEX "_handbooks_v_version_chapters_order_idx" ON "_handbooks_v_version_chapters" USING btree ("_order");
  CREATE INDEX "_handbooks_v_version_chapters_parent_id_idx" ON "_handbooks_v_version_chapters" USING btree ("_parent_id");
  CREATE INDEX "_handbooks_v_version_authors_order_idx" ON "_handbooks_v_version_authors" USING btree ("_order");
  CREATE INDEX "_handbooks_v_version_authors_parent_id_idx" ON "_handbooks_v_version_authors" USING btree ("_parent_id");
  CREATE INDEX "_handbooks_v_version_authors_user_idx" ON "_handbooks_v_version_authors" USING btree ("user_id");
  CREATE INDEX "_handbooks_v_parent_idx" ON "_handbooks_v" USING btree ("parent_id");
  CREATE INDEX "_handbooks_v_version_version_cover_idx" ON "_handbooks_v" USING btree ("version_cover_id");
  CREATE INDEX "_handbooks_v_version_version_pdf_idx" ON "_handbooks_v" USING btree ("version_pdf_id");
  CREATE INDEX "_handbooks_v_version_version_slug_idx" ON "_handbooks_v" USING btree ("version_slug");
  CREATE INDEX "_handbooks_v_version_version_organization_idx" ON "_handbooks_v" USING btree ("version_organization_id");
  CREATE INDEX "_handbooks_v_version_version_campaign_idx" ON "_handbooks_v" USING btree ("version_campaign_id");
  CREATE INDEX "_handbooks_v_version_fact_check_version_fact_check_by_idx" ON "_handbooks_v" USING btree ("version_fact_check_by_id");
  CREATE INDEX "_handbooks_v_version_approval_version_approval_state_idx" ON "_handbooks_v" USING btree ("version_approval_state");
  CREATE INDEX "_handbooks_v_version_version_created_by_idx" ON "_handbooks_v" USING btree ("version_created_by_id");
  CREATE INDEX "_handbooks_v_version_version_sort_key_idx" ON "_handbooks_v" USING btree ("version_sort_key");
  CREATE INDEX "_handbooks_v_version_version_updated_at_idx" ON "_handbooks_v" USING btree ("version_updated_at");
  CREATE INDEX "_handbooks_v_version_version_created_at_idx" ON "_handbooks_v" USING btree ("version_created_at");
  CREATE INDEX "_handbooks_v_version_version__status_idx" ON "_handbooks_v" USING btree ("version__status");
  CREATE INDEX "_handbooks_v_created_at_idx" ON "_handbooks_v" USING btree ("created_at");
  CREATE INDEX "_handbooks_v_updated_at_idx" ON "_handbooks_v" USING btree ("updated_at");
  CREATE INDEX "_handbooks_v_latest_idx" ON "_handbooks_v" USING btree ("latest");
  CREATE INDEX "_handbooks_v_texts_order_parent" ON "_handbooks_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "_handbooks_v_rels_order_idx" ON "_handbooks_v_rels" USING btree ("order");
  CREATE INDEX "_handbooks_v_rels_parent_idx" ON "_handbooks_v_rels" USING btree ("parent_id");
  CREATE INDEX "_handbooks_v_rels_path_idx" ON "_handbooks_v_rels" USING btree ("path");
  CREATE INDEX "_handbooks_v_rels_audiences_id_idx" ON "_handbooks_v_rels" USING btree ("audiences_id");
  CREATE INDEX "_handbooks_v_rels_topics_id_idx" ON "_handbooks_v_rels" USING btree ("topics_id");
  CREATE INDEX "_handbooks_v_rels_tasks_id_idx" ON "_handbooks_v_rels" USING btree ("tasks_id");
  CREATE INDEX "_handbooks_v_rels_users_id_idx" ON "_handbooks_v_rels" USING btree ("users_id");
  CREATE INDEX "media_organization_idx" ON "media" USING btree ("organization_id");
  CREATE INDEX "media_sha256_idx" ON "media" USING btree ("sha256");
  CREATE INDEX "media_rendition_state_idx" ON "media" USING btree ("rendition_state");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE UNIQUE INDEX "audiences_slug_idx" ON "audiences" USING btree ("slug");
  CREATE INDEX "audiences_order_idx" ON "audiences" USING btree ("order");
  CREATE INDEX "audiences_updated_at_idx" ON "audiences" USING btree ("updated_at");
  CREATE INDEX "audiences_created_at_idx" ON "audiences" USING btree ("created_at");
  CREATE UNIQUE INDEX "topics_slug_idx" ON "topics" USING btree ("slug");
  CREATE INDEX "topics_parent_idx" ON "topics" USING btree ("parent_id");
  CREATE INDEX "topics_order_idx" ON "topics" USING btree ("order");
  CREATE INDEX "topics_updated_at_idx" ON "topics" USING btree ("updated_at");
  CREATE INDEX "topics_created_at_idx" ON "topics" USING btree ("created_at");
  CREATE INDEX "publications_content_id_idx" ON "publications" USING btree ("content_id");
  CREATE INDEX "publications_channel_idx" ON "publications" USING btree ("channel_id");
  CREATE INDEX "publications_platform_idx" ON "publications" USING btree ("platform");
  CREATE INDEX "publications_organization_idx" ON "publications" USING btree ("organization_id");
  CREATE INDEX "publications_campaign_idx" ON "publications" USING btree ("campaign_id");
  CREATE INDEX "publications_due_at_idx" ON "publications" USING btree ("due_at");
  CREATE INDEX "publications_state_idx" ON "publications" USING btree ("state");
  CREATE UNIQUE INDEX "publications_tracked_code_idx" ON "publications" USING btree ("tracked_code");
  CREATE UNIQUE INDEX "publications_place_key_idx" ON "publications" USING btree ("place_key");
  CREATE INDEX "publications_remote_id_idx" ON "publications" USING btree ("remote_id");
  CREATE INDEX "publications_published_at_idx" ON "publications" USING btree ("published_at");
  CREATE INDEX "publications_updated_at_idx" ON "publications" USING btree ("updated_at");
  CREATE INDEX "publications_created_at_idx" ON "publications" USING btree ("created_at");
  CREATE INDEX "state_wakeAt_idx" ON "publications" USING btree ("state","wake_at");
  CREATE INDEX "contentId_channel_idx" ON "publications" USING btree ("content_id","channel_id");
  CREATE INDEX "publications_rels_order_idx" ON "publications_rels" USING btree ("order");
  CREATE INDEX "publications_rels_parent_idx" ON "publications_rels" USING btree ("parent_id");
  CREATE INDEX "publications_rels_path_idx" ON "publications_rels" USING btree ("path");
  CREATE INDEX "publications_rels_audiences_id_idx" ON "publications_rels" USING btree ("audiences_id");
  CREATE INDEX "publications_rels_topics_id_idx" ON "publications_rels" USING btree ("topics_id");
  CREATE INDEX "channels_platform_idx" ON "channels" USING btree ("platform");
  CREATE INDEX "channels_organization_idx" ON "channels" USING btree ("organization_id");
  CREATE INDEX "channels_external_id_idx" ON "channels" USING btree ("external_id");
  CREATE INDEX "channels_state_idx" ON "channels" USING btree ("state");
  CREATE INDEX "channels_checked_at_idx" ON "channels" USING btree ("checked_at");
  CREATE INDEX "channels_legal_note_accepted_by_idx" ON "channels" USING btree ("legal_note_accepted_by_id");
  CREATE INDEX "channels_updated_at_idx" ON "channels" USING btree ("updated_at");
  CREATE INDEX "channels_created_at_idx" ON "channels" USING btree ("created_at");
  CREATE INDEX "plans_number_idx" ON "plans" USING btree ("number");
  CREATE INDEX "plans_from_idx" ON "plans" USING btree ("from");
  CREATE INDEX "plans_organization_idx" ON "plans" USING btree ("organization_id");
  CREATE INDEX "plans_parent_plan_idx" ON "plans" USING btree ("parent_plan_id");
  CREATE INDEX "plans_updated_at_idx" ON "plans" USING btree ("updated_at");
  CREATE INDEX "plans_created_at_idx" ON "plans" USING btree ("created_at");
  CREATE INDEX "tasks_budget_lines_order_idx" ON "tasks_budget_lines" USING btree ("_order");
  CREATE INDEX "tasks_budget_lines_parent_id_idx" ON "tasks_budget_lines" USING btree ("_parent_id");
  CREATE INDEX "tasks_plan_idx" ON "tasks" USING btree ("plan_id");
  CREATE INDEX "tasks_organization_idx" ON "tasks" USING btree ("organization_id");
  CREATE INDEX "tasks_code_idx" ON "tasks" USING btree ("code");
  CREATE INDEX "tasks_state_idx" ON "tasks" USING btree ("state");
  CREATE INDEX "tasks_updated_at_idx" ON "tasks" USING btree ("updated_at");
  CREATE INDEX "tasks_created_at_idx" ON "tasks" USING btree ("created_at");
  CREATE INDEX "tasks_texts_order_parent" ON "tasks_texts" USING btree ("order","parent_id");
  CREATE INDEX "quotas_kinds_order_idx" ON "quotas_kinds" USING btree ("order");
  CREATE INDEX "quotas_kinds_parent_idx" ON "quotas_kinds" USING btree ("parent_id");
  CREATE INDEX "quotas_platforms_order_idx" ON "quotas_platforms" USING btree ("order");
  CREATE INDEX "quotas_platforms_parent_idx" ON "quotas_platforms" USING btree ("parent_id");
  CREATE INDEX "quotas_plan_idx" ON "quotas" USING btree ("plan_id");
  CREATE INDEX "quotas_task_idx" ON "quotas" USING btree ("task_id");
  CREATE INDEX "quotas_organization_idx" ON "quotas" USING btree ("organization_id");
  CREATE INDEX "quotas_updated_at_idx" ON "quotas" USING btree ("updated_at");
  CREATE INDEX "quotas_created_at_idx" ON "quotas" USING btree ("created_at");
  CREATE INDEX "quotas_rels_order_idx" ON "quotas_rels" USING btree ("order");
  CREATE INDEX "quotas_rels_parent_idx" ON "quotas_rels" USING btree ("parent_id");
  CREATE INDEX "quotas_rels_path_idx" ON "quotas_rels" USING btree ("path");
  CREATE INDEX "quotas_rels_audiences_id_idx" ON "quotas_rels" USING btree ("audiences_id");
  CREATE INDEX "quotas_rels_topics_id_idx" ON "quotas_rels" USING btree ("topics_id");
  CREATE UNIQUE INDEX "campaigns_slug_idx" ON "campaigns" USING btree ("slug");
  CREATE INDEX "campaigns_organization_idx" ON "campaigns" USING btree ("organization_id");
  CREATE INDEX "campaigns_from_idx" ON "campaigns" USING btree ("from");
  CREATE INDEX "campaigns_parent_idx" ON "campaigns" USING btree ("parent_id");
  CREATE INDEX "campaigns_updated_at_idx" ON "campaigns" USING btree ("updated_at");
  CREATE INDEX "campaigns_created_at_idx" ON "campaigns" USING btree ("created_at");
  CREATE INDEX "campaigns_texts_order_parent" ON "campaigns_texts" USING btree ("order","parent_id");
  CREATE INDEX "campaigns_rels_order_idx" ON "campaigns_rels" USING btree ("order");
  CREATE INDEX "campaigns_rels_parent_idx" ON "campaigns_rels" USING btree ("parent_id");
  CREATE INDEX "campaigns_rels_path_idx" ON "campaigns_rels" USING btree ("path");
  CREATE INDEX "campaigns_rels_tasks_id_idx" ON "campaigns_rels" USING btree ("tasks_id");
  CREATE INDEX "organizations_approval_steps_order_idx" ON "organizations_approval_steps" USING btree ("_order");
  CREATE INDEX "organizations_approval_steps_parent_id_idx" ON "organizations_approval_steps" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "organizations_name_idx" ON "organizations" USING btree ("name");
  CREATE INDEX "organizations_parent_idx" ON "organizations" USING btree ("parent_id");
  CREATE INDEX "organizations_successor_idx" ON "organizations" USING btree ("successor_id");
  CREATE INDEX "organizations_updated_at_idx" ON "organizations" USING btree ("updated_at");
  CREATE INDEX "organizations_created_at_idx" ON "organizations" USING btree ("created_at");
  CREATE INDEX "organizations_rels_order_idx" ON "organizations_rels" USING btree ("order");
  CREATE INDEX "organizations_rels_parent_idx" ON "organizations_rels" USING btree ("parent_id");
  CREATE INDEX "organizations_rels_path_idx" ON "organizations_rels" USING btree ("path");
  CREATE INDEX "organizations_rels_organizations_id_idx" ON "organizations_rels" USING btree ("organizations_id");
  CREATE INDEX "users_memberships_roles_order_idx" ON "users_memberships_roles" USING btree ("order");
  CREATE INDEX "users_memberships_roles_parent_idx" ON "users_memberships_roles" USING btree ("parent_id");
  CREATE INDEX "users_memberships_order_idx" ON "users_memberships" USING btree ("_order");
  CREATE INDEX "users_memberships_parent_id_idx" ON "users_memberships" USING btree ("_parent_id");
  CREATE INDEX "users_memberships_organization_idx" ON "users_memberships" USING btree ("organization_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "attempts_publication_idx" ON "attempts" USING btree ("publication_id");
  CREATE INDEX "attempts_organization_idx" ON "attempts" USING btree ("organization_id");
  CREATE INDEX "attempts_updated_at_idx" ON "attempts" USING btree ("updated_at");
  CREATE INDEX "attempts_created_at_idx" ON "attempts" USING btree ("created_at");
  CREATE UNIQUE INDEX "publication_number_idx" ON "attempts" USING btree ("publication_id","number");
  CREATE INDEX "readings_publication_idx" ON "readings" USING btree ("publication_id");
  CREATE INDEX "readings_channel_idx" ON "readings" USING btree ("channel_id");
  CREATE INDEX "readings_organization_idx" ON "readings" USING btree ("organization_id");
  CREATE INDEX "readings_updated_at_idx" ON "readings" USING btree ("updated_at");
  CREATE INDEX "readings_created_at_idx" ON "readings" USING btree ("created_at");
  CREATE INDEX "publication_metric_takenAt_idx" ON "readings" USING btree ("publication_id","metric","taken_at");
  CREATE INDEX "channel_takenAt_idx" ON "readings" USING btree ("channel_id","taken_at");
  CREATE INDEX "audit_at_idx" ON "audit" USING btree ("at");
  CREATE INDEX "audit_actor_idx" ON "audit" USING btree ("actor");
  CREATE INDEX "audit_organization_idx" ON "audit" USING btree ("organization_id");
  CREATE INDEX "audit_updated_at_idx" ON "audit" USING btree ("updated_at");
  CREATE INDEX "audit_created_at_idx" ON "audit" USING btree ("created_at");
  CREATE INDEX "subject_at_idx" ON "audit" USING btree ("subject","at");
  CREATE UNIQUE INDEX "pages_publication_idx" ON "pages" USING btree ("publication");
  CREATE INDEX "pages_slug_idx" ON "pages" USING btree ("slug");
  CREATE UNIQUE INDEX "pages_address_idx" ON "pages" USING btree ("address");
  CREATE INDEX "pages_state_idx" ON "pages" USING btree ("state");
  CREATE INDEX "pages_published_at_idx" ON "pages" USING btree ("published_at");
  CREATE INDEX "pages_updated_at_idx" ON "pages" USING btree ("updated_at");
  CREATE INDEX "pages_created_at_idx" ON "pages" USING btree ("created_at");
  CREATE INDEX "pages_texts_order_parent" ON "pages_texts" USING btree ("order","parent_id");
  CREATE UNIQUE INDEX "workers_name_idx" ON "workers" USING btree ("name");
  CREATE INDEX "workers_seen_at_idx" ON "workers" USING btree ("seen_at");
  CREATE INDEX "workers_updated_at_idx" ON "workers" USING btree ("updated_at");
  CREATE INDEX "workers_created_at_idx" ON "workers" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_articles_id_idx" ON "payload_locked_documents_rels" USING btree ("articles_id");
  CREATE INDEX "payload_locked_documents_rels_clips_id_idx" ON "payload_locked_documents_rels" USING btree ("clips_id");
  CREATE INDEX "payload_locked_documents_rels_infographics_id_idx" ON "payload_locked_documents_rels" USING btree ("infographics_id");
  CREATE INDEX "payload_locked_documents_rels_handbooks_id_idx" ON "payload_locked_documents_rels" USING btree ("handbooks_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_audiences_id_idx" ON "payload_locked_documents_rels" USING btree ("audiences_id");
  CREATE INDEX "payload_locked_documents_rels_topics_id_idx" ON "payload_locked_documents_rels" USING btree ("topics_id");
  CREATE INDEX "payload_locked_documents_rels_publications_id_idx" ON "payload_locked_documents_rels" USING btree ("publications_id");
  CREATE INDEX "payload_locked_documents_rels_channels_id_idx" ON "payload_locked_documents_rels" USING btree ("channels_id");
  CREATE INDEX "payload_locked_documents_rels_plans_id_idx" ON "payload_locked_documents_rels" USING btree ("plans_id");
  CREATE INDEX "payload_locked_documents_rels_tasks_id_idx" ON "payload_locked_documents_rels" USING btree ("tasks_id");
  CREATE INDEX "payload_locked_documents_rels_quotas_id_idx" ON "payload_locked_documents_rels" USING btree ("quotas_id");
  CREATE INDEX "payload_locked_documents_rels_campaigns_id_idx" ON "payload_locked_documents_rels" USING btree ("campaigns_id");
  CREATE INDEX "payload_locked_documents_rels_organizations_id_idx" ON "payload_locked_documents_rels" USING btree ("organizations_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_attempts_id_idx" ON "payload_locked_documents_rels" USING btree ("attempts_id");
  CREATE INDEX "payload_locked_documents_rels_readings_id_idx" ON "payload_locked_documents_rels" USING btree ("readings_id");
  CREATE INDEX "payload_locked_documents_rels_audit_id_idx" ON "payload_locked_documents_rels" USING btree ("audit_id");
  CREATE INDEX "payload_locked_documents_rels_pages_id_idx" ON "payload_locked_documents_rels" USING btree ("pages_id");
  CREATE INDEX "payload_locked_documents_rels_workers_id_idx" ON "payload_locked_documents_rels" USING btree ("workers_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "articles_authors" CASCADE;
  DROP TABLE "articles" CASCADE;
  DROP TABLE "articles_texts" CASCADE;
  DROP TABLE "articles_rels" CASCADE;
  DROP TABLE "_articles_v_version_authors" CASCADE;
  DROP TABLE "_articles_v" CASCADE;
  DROP TABLE "_articles_v_texts" CASCADE;
  DROP TABLE "_articles_v_rels" CASCADE;
  DROP TABLE "clips_authors" CASCADE;
  DROP TABLE "clips" CASCADE;
  DROP TABLE "clips_texts" CASCADE;
  DROP TABLE "clips_rels" CASCADE;
  DROP TABLE "_clips_v_version_authors" CASCADE;
  DROP TABLE "_clips_v" CASCADE;
  DROP TABLE "_clips_v_texts" CASCADE;
  DROP TABLE "_clips_v_rels" CASCADE;
  DROP TABLE "infographics_authors" CASCADE;
  DROP TABLE "infographics" CASCADE;
  DROP TABLE "infographics_texts" CASCADE;
  DROP TABLE "infographics_rels" CASCADE;
  DROP TABLE "_infographics_v_version_authors" CASCADE;
  DROP TABLE "_infographics_v" CASCADE;
  DROP TABLE "_infographics_v_texts" CASCADE;
  DROP TABLE "_infographics_v_rels" CASCADE;
  DROP TABLE "handbooks_chapters" CASCADE;
  DROP TABLE "handbooks_authors" CASCADE;
  DROP TABLE "handbooks" CASCADE;
  DROP TABLE "handbooks_texts" CASCADE;
  DROP TABLE "handbooks_rels" CASCADE;
  DROP TABLE "_handbooks_v_version_chapters" CASCADE;
  DROP TABLE "_handbooks_v_version_authors" CASCADE;
  DROP TABLE "_handbooks_v" CASCADE;
  DROP TABLE "_handbooks_v_texts" CASCADE;
  DROP TABLE "_handbooks_v_rels" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "audiences" CASCADE;
  DROP TABLE "topics" CASCADE;
  DROP TABLE "publications" CASCADE;
  DROP TABLE "publications_rels" CASCADE;
  DROP TABLE "channels" CASCADE;
  DROP TABLE "plans" CASCADE;
  DROP TABLE "tasks_budget_lines" CASCADE;
  DROP TABLE "tasks" CASCADE;
  DROP TABLE "tasks_texts" CASCADE;
  DROP TABLE "quotas_kinds" CASCADE;
  DROP TABLE "quotas_platforms" CASCADE;
  DROP TABLE "quotas" CASCADE;
  DROP TABLE "quotas_rels" CASCADE;
  DROP TABLE "campaigns" CASCADE;
  DROP TABLE "campaigns_texts" CASCADE;
  DROP TABLE "campaigns_rels" CASCADE;
  DROP TABLE "organizations_approval_steps" CASCADE;
  DROP TABLE "organizations" CASCADE;
  DROP TABLE "organizations_rels" CASCADE;
  DROP TABLE "users_memberships_roles" CASCADE;
  DROP TABLE "users_memberships" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "attempts" CASCADE;
  DROP TABLE "readings" CASCADE;
  DROP TABLE "audit" CASCADE;
  DROP TABLE "pages" CASCADE;
  DROP TABLE "pages_texts" CASCADE;
  DROP TABLE "workers" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "switchboard" CASCADE;
  DROP TYPE "public"."enum_articles_ai_use_degree";
  DROP TYPE "public"."enum_articles_approval_state";
  DROP TYPE "public"."enum_articles_status";
  DROP TYPE "public"."enum__articles_v_version_ai_use_degree";
  DROP TYPE "public"."enum__articles_v_version_approval_state";
  DROP TYPE "public"."enum__articles_v_version_status";
  DROP TYPE "public"."enum_clips_ai_use_degree";
  DROP TYPE "public"."enum_clips_approval_state";
  DROP TYPE "public"."enum_clips_status";
  DROP TYPE "public"."enum__clips_v_version_ai_use_degree";
  DROP TYPE "public"."enum__clips_v_version_approval_state";
  DROP TYPE "public"."enum__clips_v_version_status";
  DROP TYPE "public"."enum_infographics_ai_use_degree";
  DROP TYPE "public"."enum_infographics_approval_state";
  DROP TYPE "public"."enum_infographics_status";
  DROP TYPE "public"."enum__infographics_v_version_ai_use_degree";
  DROP TYPE "public"."enum__infographics_v_version_approval_state";
  DROP TYPE "public"."enum__infographics_v_version_status";
  DROP TYPE "public"."enum_handbooks_ai_use_degree";
  DROP TYPE "public"."enum_handbooks_approval_state";
  DROP TYPE "public"."enum_handbooks_status";
  DROP TYPE "public"."enum__handbooks_v_version_ai_use_degree";
  DROP TYPE "public"."enum__handbooks_v_version_approval_state";
  DROP TYPE "public"."enum__handbooks_v_version_status";
  DROP TYPE "public"."enum_media_ai_use";
  DROP TYPE "public"."enum_media_rendition_state";
  DROP TYPE "public"."enum_publications_content_kind";
  DROP TYPE "public"."enum_publications_platform";
  DROP TYPE "public"."enum_publications_state";
  DROP TYPE "public"."enum_publications_late_policy";
  DROP TYPE "public"."enum_channels_platform";
  DROP TYPE "public"."enum_channels_state";
  DROP TYPE "public"."enum_plans_state";
  DROP TYPE "public"."enum_tasks_state";
  DROP TYPE "public"."enum_quotas_kinds";
  DROP TYPE "public"."enum_quotas_platforms";
  DROP TYPE "public"."enum_quotas_per";
  DROP TYPE "public"."enum_organizations_approval_steps_role";
  DROP TYPE "public"."enum_organizations_kind";
  DROP TYPE "public"."enum_organizations_level";
  DROP TYPE "public"."enum_organizations_late_policy";
  DROP TYPE "public"."enum_users_memberships_roles";
  DROP TYPE "public"."enum_users_locale";
  DROP TYPE "public"."enum_readings_metric";
  DROP TYPE "public"."enum_pages_kind";
  DROP TYPE "public"."enum_pages_state";`)
}
