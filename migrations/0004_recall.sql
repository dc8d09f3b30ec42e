CREATE TABLE `backups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `recall_todos` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`copy` text NOT NULL,
	`why` text NOT NULL,
	`due_at` integer NOT NULL,
	`mailed_at` integer,
	`done_at` integer,
	`done_by` text,
	`ending` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recall_todos_open` ON `recall_todos` (`kind`,`copy`) WHERE "recall_todos"."done_at" is null;--> statement-breakpoint
CREATE TABLE `recalled_references` (
	`row` integer PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`at` integer NOT NULL,
	`why` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `enquiries` ADD `tombstone_id` text;--> statement-breakpoint
CREATE INDEX `enquiries_not_held` ON `enquiries` (`tombstone_id`) WHERE "enquiries"."tombstone_id" is null;--> statement-breakpoint
INSERT INTO `backups` (`at`, `kind`, `name`) SELECT `at`, 'file', '' FROM `opening_acts` WHERE `name` = 'backup';--> statement-breakpoint
DROP TRIGGER `refuse_deleted`;--> statement-breakpoint
CREATE TRIGGER `refuse_deleted` BEFORE INSERT ON `enquiries` WHEN EXISTS (SELECT 1 FROM `tombstones` WHERE `id` IN (NEW.`id`, NEW.`tombstone_id`) AND `at` >= NEW.`received_at`) BEGIN SELECT RAISE(IGNORE); END;
