CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`document_id` text NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `comments_document` ON `comments` (`organization_id`,`document_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `result_changes` (
	`organization_id` text NOT NULL,
	`document_id` text NOT NULL,
	`job_id` text NOT NULL,
	`version` integer NOT NULL,
	`previous_object_key` text NOT NULL,
	`previous_sha256` text NOT NULL,
	`previous_size` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`changes` text NOT NULL,
	`undone_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`document_id`, `job_id`, `version`)
);
--> statement-breakpoint
CREATE INDEX `result_changes_organization` ON `result_changes` (`organization_id`,`document_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `review_policies` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`policy` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `documents` ADD `fields_confirmed` integer;--> statement-breakpoint
ALTER TABLE `documents` ADD `stops` integer;--> statement-breakpoint
ALTER TABLE `documents` ADD `assignee_id` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `locked_by` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `locked_until` integer;--> statement-breakpoint
ALTER TABLE `documents` ADD `postponed_until` integer;--> statement-breakpoint
ALTER TABLE `documents` ADD `reviewed_by` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `reviewed_at` integer;--> statement-breakpoint
ALTER TABLE `documents` ADD `reviewed_from` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `rejection_reason` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `first_approved_by` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `first_approved_at` integer;--> statement-breakpoint
ALTER TABLE `documents` ADD `exported_at` integer;--> statement-breakpoint
CREATE INDEX `documents_organization_assignee` ON `documents` (`organization_id`,`assignee_id`,`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `documents_deleted` ON `documents` (`deleted_at`) WHERE deleted_at IS NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `keeps_confirmed_of` text;--> statement-breakpoint
ALTER TABLE `results` ADD `version` integer DEFAULT 1 NOT NULL;