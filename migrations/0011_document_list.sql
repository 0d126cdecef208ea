CREATE TABLE `document_texts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organization_id` text NOT NULL,
	`document_id` text NOT NULL,
	`part` text NOT NULL,
	`indexed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_texts_document` ON `document_texts` (`organization_id`,`document_id`,`part`);--> statement-breakpoint
CREATE INDEX `document_texts_pending` ON `document_texts` (`id`) WHERE indexed_at = 0;--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`shared` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_views_user` ON `saved_views` (`organization_id`,`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `saved_views_shared` ON `saved_views` (`organization_id`,`created_at`) WHERE shared = 1;--> statement-breakpoint
ALTER TABLE `documents` ADD `total_value` real;--> statement-breakpoint
CREATE INDEX `documents_by_name` ON `documents` (`organization_id`,name COLLATE NOCASE,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `documents_by_vendor` ON `documents` (`organization_id`,CASE WHEN vendor_name IS NULL THEN '' ELSE vendor_name END COLLATE NOCASE,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `documents_by_date` ON `documents` (`organization_id`,CASE WHEN document_date IS NULL THEN '' ELSE document_date END,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `documents_by_total` ON `documents` (`organization_id`,CASE WHEN total_value IS NULL THEN -1e308 ELSE total_value END,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `documents_by_status` ON `documents` (`organization_id`,`status`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `documents_by_stops` ON `documents` (`organization_id`,CASE WHEN stops IS NULL THEN -1 ELSE stops END,`id`) WHERE deleted_at IS NULL;