CREATE TABLE `api_key_usage` (
	`api_key_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`day` text NOT NULL,
	`calls` integer NOT NULL,
	PRIMARY KEY(`api_key_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`permissions` text NOT NULL,
	`granted_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE INDEX `grants_subject` ON `grants` (`organization_id`,`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `grants_object` ON `grants` (`organization_id`,`object_kind`,`object_id`);--> statement-breakpoint
CREATE TABLE `workspace_members` (
	`workspace_id` text NOT NULL,
	`membership_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `membership_id`)
);
--> statement-breakpoint
CREATE INDEX `workspace_members_membership` ON `workspace_members` (`membership_id`);--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`access` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspaces_organization_slug` ON `workspaces` (`organization_id`,`slug`);--> statement-breakpoint
CREATE INDEX `workspaces_organization_created` ON `workspaces` (`organization_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `api_keys` ADD `allowed_networks` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `workspace_id` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `workspaces` text;--> statement-breakpoint
ALTER TABLE `organizations` ADD `deletes_at` integer;