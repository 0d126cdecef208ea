CREATE TABLE `idempotent_requests` (
	`organization_id` text NOT NULL,
	`caller_id` text NOT NULL,
	`key` text NOT NULL,
	`request` text NOT NULL,
	`status` integer,
	`sealed_body` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `caller_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotent_requests_created` ON `idempotent_requests` (`created_at`);--> statement-breakpoint
CREATE TABLE `security_events` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`network` text NOT NULL,
	`window_start` integer NOT NULL,
	`count` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`request_id` text NOT NULL,
	`user_agent` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `security_events_window` ON `security_events` (`window_start`,`kind`,`network`);--> statement-breakpoint
CREATE INDEX `security_events_first` ON `security_events` (`first_at`,`id`);