CREATE TABLE `changes` (
	`enquiry_id` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`detail` text NOT NULL,
	`key_id` text,
	`sealed` text,
	PRIMARY KEY(`enquiry_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `exports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`filter` text NOT NULL,
	`rows` integer NOT NULL,
	`highest_row` integer NOT NULL,
	`columns` integer NOT NULL,
	`state` text NOT NULL,
	`sha256` text
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `wordings` (
	`version` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`first_seen_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `enquiries` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `replied_at` integer;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `taken_by` text;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `email_token` text;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `phone_token` text;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `headline_version` text;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `notice_version` text;--> statement-breakpoint
CREATE INDEX `enquiries_stage` ON `enquiries` (`folder`,`stage`,`received_at`);--> statement-breakpoint
CREATE INDEX `enquiries_email` ON `enquiries` (`email_token`) WHERE "enquiries"."email_token" is not null;--> statement-breakpoint
CREATE INDEX `enquiries_phone` ON `enquiries` (`phone_token`) WHERE "enquiries"."phone_token" is not null;