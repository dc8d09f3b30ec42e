ALTER TABLE `exports` ADD `format` text DEFAULT 'csv' NOT NULL;--> statement-breakpoint
ALTER TABLE `exports` ADD `seen` blob;--> statement-breakpoint
CREATE INDEX `exports_by` ON `exports` (`by`,`at`);--> statement-breakpoint
ALTER TABLE `tombstones` ADD `row` integer;
