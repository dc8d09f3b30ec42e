ALTER TABLE `enquiries` ADD `notified_at` integer;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `notify_attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `notify_after` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `notify_error` text;--> statement-breakpoint
CREATE INDEX `enquiries_outbox` ON `enquiries` (`notify_after`) WHERE "enquiries"."notified_at" is null;