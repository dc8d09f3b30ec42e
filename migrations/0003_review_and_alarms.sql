CREATE TABLE `dead_letters` (
	`message_id` text PRIMARY KEY NOT NULL,
	`reference` text,
	`first_seen_at` integer NOT NULL,
	`last_tried_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `acknowledged` (
	`address_token` text NOT NULL,
	`day` text NOT NULL,
	PRIMARY KEY(`address_token`, `day`)
);
--> statement-breakpoint
CREATE TABLE `alarms` (
	`kind` text PRIMARY KEY NOT NULL,
	`open_since` integer,
	`detail` text NOT NULL,
	`mailed_at` integer
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`done_for` integer,
	`claimed_until` integer NOT NULL,
	`first_run_at` integer NOT NULL,
	`last_run_at` integer NOT NULL,
	`error` text
);
--> statement-breakpoint
DROP INDEX `enquiries_newest`;--> statement-breakpoint
DROP INDEX `enquiries_outbox`;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `folder` text DEFAULT 'inbox' NOT NULL;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `votes` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `message_token` text;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `name_token` text;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `moved_at` integer;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `reminded_at` integer;--> statement-breakpoint
CREATE INDEX `enquiries_repeated` ON `enquiries` (`message_token`) WHERE "enquiries"."message_token" is not null;--> statement-breakpoint
CREATE INDEX `enquiries_newest` ON `enquiries` (`folder`,`received_at`,`row`);--> statement-breakpoint
CREATE INDEX `enquiries_outbox` ON `enquiries` (`folder`,`notify_after`) WHERE "enquiries"."notified_at" is null;