CREATE TABLE `audit_policies` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`retention_days` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `brandings` (
	`organization_id` text PRIMARY KEY NOT NULL,
	`color` text,
	`logo_key` text,
	`logo_media_type` text,
	`logo_sha256` text,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`subject` text NOT NULL,
	`sealed` text NOT NULL,
	`attempts` integer NOT NULL,
	`last_error` text,
	`available_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mail_outbox_available` ON `mail_outbox` (`status`,`available_at`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `impersonator_id` text;--> statement-breakpoint
ALTER TABLE `users` ADD `system_administrator_at` integer;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `impersonator_id` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `sequence` integer;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `previous_hash` text;--> statement-breakpoint
ALTER TABLE `audit_events` ADD `hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `audit_events_sequence` ON `audit_events` (`organization_id`,`sequence`) WHERE sequence IS NOT NULL;--> statement-breakpoint
CREATE INDEX `audit_events_unsealed` ON `audit_events` (`organization_id`,`occurred_at`,`id`) WHERE sequence IS NULL;