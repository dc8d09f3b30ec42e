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
CREATE TABLE `tombstones` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `enquiries` ADD `touched_at` integer;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `handed_over_at` integer;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `enquiries` ADD `digests` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `exports` ADD `members` blob;--> statement-breakpoint
CREATE TRIGGER `refuse_deleted` BEFORE INSERT ON `enquiries` WHEN EXISTS (SELECT 1 FROM `tombstones` WHERE `id` = NEW.`id` AND `at` >= NEW.`received_at`) BEGIN SELECT RAISE(IGNORE); END;
