CREATE TABLE `events` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organization_id` text NOT NULL,
	`type` text NOT NULL,
	`document_id` text NOT NULL,
	`workspace_id` text,
	`job_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_organization` ON `events` (`organization_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `events_created` ON `events` (`created_at`);--> statement-breakpoint
CREATE TABLE `webhook_attempts` (
	`delivery_number` integer NOT NULL,
	`attempt` integer NOT NULL,
	`organization_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`milliseconds` integer NOT NULL,
	`status_code` integer,
	`error` text,
	`response` text NOT NULL,
	PRIMARY KEY(`delivery_number`, `attempt`)
);
--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organization_id` text NOT NULL,
	`webhook_id` text NOT NULL,
	`event_sequence` integer NOT NULL,
	`document_id` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`status_code` integer,
	`error` text,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_webhook` ON `webhook_deliveries` (`webhook_id`,`number`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_pending` ON `webhook_deliveries` (`webhook_id`,`document_id`,`number`) WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`next_attempt_at`) WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX `webhook_deliveries_created` ON `webhook_deliveries` (`created_at`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`url` text NOT NULL,
	`description` text NOT NULL,
	`event_types` text,
	`workspace_ids` text,
	`unassigned` integer NOT NULL,
	`status` text NOT NULL,
	`disabled_reason` text,
	`disabled_at` integer,
	`sealed_secret` text NOT NULL,
	`sealed_previous_secret` text,
	`previous_secret_until` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `webhooks_organization` ON `webhooks` (`organization_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TRIGGER `events_of_document_status` AFTER UPDATE OF `status` ON `documents`
WHEN NEW.status <> OLD.status AND NEW.status IN ('completed', 'needs_review', 'failed', 'approved', 'rejected')
BEGIN
  INSERT INTO events (organization_id, type, document_id, workspace_id, job_id, created_at)
  VALUES (NEW.organization_id,
    CASE WHEN OLD.status IN ('approved', 'rejected') AND NEW.status IN ('completed', 'needs_review', 'failed')
      THEN 'document.reopened' ELSE 'document.' || NEW.status END, NEW.id, NEW.workspace_id, NEW.current_job_id, NEW.updated_at);
END;
--> statement-breakpoint
CREATE TRIGGER `events_of_document_deletion` AFTER UPDATE OF `deleted_at` ON `documents`
WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL
BEGIN
  INSERT INTO events (organization_id, type, document_id, workspace_id, job_id, created_at)
  VALUES (NEW.organization_id, 'document.deleted', NEW.id, NEW.workspace_id, NEW.current_job_id, NEW.updated_at);
END;
--> statement-breakpoint
CREATE TRIGGER `webhook_deliveries_of_event` AFTER INSERT ON `events`
BEGIN
  INSERT INTO webhook_deliveries
    (organization_id, webhook_id, event_sequence, document_id, status, attempts, next_attempt_at, created_at)
  SELECT NEW.organization_id, id, NEW.sequence, NEW.document_id, 'pending', 0, NEW.created_at, NEW.created_at
  FROM webhooks
  WHERE organization_id = NEW.organization_id AND status = 'active'
    AND (event_types IS NULL OR NEW.type IN (SELECT value FROM json_each(event_types)))
    AND (workspace_ids IS NULL OR (NEW.workspace_id IS NULL AND unassigned)
      OR NEW.workspace_id IN (SELECT value FROM json_each(workspace_ids)));
END;
