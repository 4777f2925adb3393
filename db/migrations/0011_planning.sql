CREATE TABLE `question_stars` (
	`question_id` text NOT NULL,
	`user_id` text NOT NULL,
	`stars` integer NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`question_id`, `user_id`),
	FOREIGN KEY (`question_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
ALTER TABLE `interview` ADD `pinned_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `interview` ADD `wishes` text;--> statement-breakpoint
ALTER TABLE `panel` ADD `min_behavioural` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `panel` ADD `banned_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `panel` ADD `form_of` text;--> statement-breakpoint
ALTER TABLE `panel_edit` ADD `kind` text DEFAULT 'edit' NOT NULL;