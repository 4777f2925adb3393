CREATE TABLE `print_choice` (
	`user_id` text NOT NULL,
	`document` text NOT NULL,
	`choice` text NOT NULL,
	`updated_at_ms` integer NOT NULL,
	PRIMARY KEY(`user_id`, `document`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
