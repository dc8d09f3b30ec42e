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
CREATE TABLE `dead_letters` (
	`message_id` text PRIMARY KEY NOT NULL,
	`reference` text,
	`first_seen_at` integer NOT NULL,
	`last_tried_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `enquiries` (
	`row` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`reference` text NOT NULL,
	`received_at` integer NOT NULL,
	`stage` text DEFAULT 'new' NOT NULL,
	`outcome` text,
	`version` integer DEFAULT 0 NOT NULL,
	`replied_at` integer,
	`taken_by` text,
	`folder` text DEFAULT 'inbox' NOT NULL,
	`votes` text DEFAULT '' NOT NULL,
	`message_token` text,
	`name_token` text,
	`email_token` text,
	`phone_token` text,
	`touched_at` integer,
	`handed_over_at` integer,
	`withdrawn_at` integer,
	`digests` integer DEFAULT 0 NOT NULL,
	`moved_at` integer,
	`c` text,
	`utm_source` text,
	`utm_medium` text,
	`utm_campaign` text,
	`utm_content` text,
	`headline_version` text,
	`notice_version` text,
	`consent_version` text NOT NULL,
	`key_id` text NOT NULL,
	`sealed` text NOT NULL,
	`notified_at` integer,
	`notify_attempts` integer DEFAULT 0 NOT NULL,
	`notify_after` integer DEFAULT 0 NOT NULL,
	`notify_error` text,
	`reminded_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enquiries_id_unique` ON `enquiries` (`id`);--> statement-breakpoint
CREATE INDEX `enquiries_newest` ON `enquiries` (`folder`,`received_at`,`row`);--> statement-breakpoint
CREATE INDEX `enquiries_reference` ON `enquiries` (`reference`);--> statement-breakpoint
CREATE INDEX `enquiries_outbox` ON `enquiries` (`folder`,`notify_after`) WHERE "enquiries"."notified_at" is null;--> statement-breakpoint
CREATE INDEX `enquiries_stage` ON `enquiries` (`folder`,`stage`,`received_at`);--> statement-breakpoint
CREATE INDEX `enquiries_campaign` ON `enquiries` (`folder`,case when "c" is null then "utm_campaign" else "c" end,`stage`,`received_at`);--> statement-breakpoint
CREATE INDEX `enquiries_handed_over` ON `enquiries` (`handed_over_at`) WHERE "enquiries"."handed_over_at" is not null;--> statement-breakpoint
CREATE INDEX `enquiries_withdrawn` ON `enquiries` (`withdrawn_at`) WHERE "enquiries"."withdrawn_at" is not null;--> statement-breakpoint
CREATE INDEX `enquiries_email` ON `enquiries` (`email_token`) WHERE "enquiries"."email_token" is not null;--> statement-breakpoint
CREATE INDEX `enquiries_phone` ON `enquiries` (`phone_token`) WHERE "enquiries"."phone_token" is not null;--> statement-breakpoint
CREATE INDEX `enquiries_repeated` ON `enquiries` (`message_token`) WHERE "enquiries"."message_token" is not null;--> statement-breakpoint
CREATE TABLE `gone_counts` (
	`day` text NOT NULL,
	`code` text NOT NULL,
	`enquiries` integer NOT NULL,
	`replied` integer NOT NULL,
	`booked` integer NOT NULL,
	`attended` integer NOT NULL,
	PRIMARY KEY(`day`, `code`)
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
	`sha256` text,
	`told_at` integer,
	`members` blob
);
--> statement-breakpoint
CREATE TABLE `set_aside` (
	`message_id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`sent_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tombstones` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `wordings` (
	`version` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`first_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TRIGGER `refuse_deleted` BEFORE INSERT ON `enquiries` WHEN EXISTS (SELECT 1 FROM `tombstones` WHERE `id` = NEW.`id` AND `at` >= NEW.`received_at`) BEGIN SELECT RAISE(IGNORE); END;
