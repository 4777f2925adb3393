CREATE TABLE `panel_edit` (
	`panel_id` text NOT NULL,
	`revision` integer NOT NULL,
	`before` text NOT NULL,
	`words` text NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`panel_id`, `revision`),
	FOREIGN KEY (`panel_id`) REFERENCES `panel`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
