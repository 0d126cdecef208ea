CREATE TABLE `export_documents` (
	`export_id` text NOT NULL,
	`position` integer NOT NULL,
	`organization_id` text NOT NULL,
	`document_id` text NOT NULL,
	`workspace_id` text,
	PRIMARY KEY(`export_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `export_documents_document` ON `export_documents` (`organization_id`,`document_id`);--> statement-breakpoint
CREATE TABLE `exports` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`format` text NOT NULL,
	`fields` text NOT NULL,
	`status` text NOT NULL,
	`total` integer,
	`done` integer NOT NULL,
	`parts` integer NOT NULL,
	`size` integer NOT NULL,
	`attempts` integer NOT NULL,
	`lease_token` text,
	`lease_until` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`expires_at` integer
);
--> statement-breakpoint
CREATE INDEX `exports_organization` ON `exports` (`organization_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `exports_open` ON `exports` (`created_at`) WHERE status IN ('queued', 'running');--> statement-breakpoint
CREATE INDEX `exports_expiring` ON `exports` (`expires_at`) WHERE status = 'completed';