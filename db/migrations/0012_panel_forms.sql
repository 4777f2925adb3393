DROP INDEX `panel_version_number`;--> statement-breakpoint
ALTER TABLE `panel_version` ADD `form` text DEFAULT 'only' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `panel_version_number` ON `panel_version` (`panel_id`,`number`,`form`);--> statement-breakpoint
CREATE TABLE `__new_interview_question` (
	`interview_id` text NOT NULL,
	`question_id` text NOT NULL,
	`position` integer NOT NULL,
	`form` text DEFAULT 'A' NOT NULL,
	PRIMARY KEY(`interview_id`, `form`, `question_id`),
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_interview_question`("interview_id", "question_id", "position", "form") SELECT "interview_id", "question_id", "position", 'A' FROM `interview_question`;--> statement-breakpoint
DROP TABLE `interview_question`;--> statement-breakpoint
ALTER TABLE `__new_interview_question` RENAME TO `interview_question`;--> statement-breakpoint
ALTER TABLE `panel` DROP COLUMN `form_of`;