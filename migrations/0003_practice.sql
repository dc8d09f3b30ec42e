CREATE TABLE `opening_acts` (
	`name` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`detail` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `portraits` (
	`hash` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `practice_drafts` (
	`kind` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`basis` integer NOT NULL,
	`edits` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `practice_versions` (
	`version` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`content` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`back_to` integer
);
--> statement-breakpoint
CREATE INDEX `practice_versions_newest` ON `practice_versions` (`kind`,`version`);--> statement-breakpoint
CREATE TABLE `source_checks` (
	`source` text NOT NULL,
	`fingerprint` text NOT NULL,
	`answer` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`name` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`source`, `fingerprint`)
);
--> statement-breakpoint
ALTER TABLE `enquiries` ADD `told_at` integer;--> statement-breakpoint
-- The reply time was a row of its own until now; every other setting of that version is the usual one.
INSERT INTO `practice_versions` (`kind`, `content`, `at`, `by`)
SELECT 'settings', json_object('replyTime', json(`value`)), cast(unixepoch('subsec') * 1000 as integer), 'migration' FROM `settings` WHERE `name` = 'promise';
