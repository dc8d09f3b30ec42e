CREATE TABLE `enquiries` (
	`row` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`reference` text NOT NULL,
	`received_at` integer NOT NULL,
	`stage` text DEFAULT 'new' NOT NULL,
	`c` text,
	`utm_source` text,
	`utm_medium` text,
	`utm_campaign` text,
	`utm_content` text,
	`consent_version` text NOT NULL,
	`key_id` text NOT NULL,
	`sealed` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enquiries_id_unique` ON `enquiries` (`id`);--> statement-breakpoint
CREATE INDEX `enquiries_newest` ON `enquiries` (`received_at`,`row`);--> statement-breakpoint
CREATE INDEX `enquiries_reference` ON `enquiries` (`reference`);