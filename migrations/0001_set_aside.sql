CREATE TABLE `set_aside` (
	`message_id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`sent_at` integer NOT NULL
);
