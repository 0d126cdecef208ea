CREATE TABLE `rule_versions` (
	`rule_id` text NOT NULL,
	`version` integer NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`definition` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`rule_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `rules` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`version` integer NOT NULL,
	`active` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE INDEX `rules_organization` ON `rules` (`organization_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `documents` ADD `duplicate_key` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `duplicate_of` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `duplicate_reason` text;--> statement-breakpoint
CREATE INDEX `documents_organization_duplicate_key` ON `documents` (`organization_id`,`duplicate_key`) WHERE duplicate_key IS NOT NULL;