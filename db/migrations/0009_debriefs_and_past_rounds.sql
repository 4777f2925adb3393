CREATE TABLE `debrief` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`revision` integer NOT NULL,
	`speakers` text NOT NULL,
	`topic_key` text,
	`turn` integer NOT NULL,
	`timer_ends_at_ms` integer,
	`started_at_ms` integer NOT NULL,
	`locked_at_ms` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `debrief_applicationId_unique` ON `debrief` (`application_id`);--> statement-breakpoint
CREATE TABLE `debrief_topic` (
	`debrief_id` text NOT NULL,
	`topic_key` text NOT NULL,
	`is_done` integer NOT NULL,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`debrief_id`, `topic_key`),
	FOREIGN KEY (`debrief_id`) REFERENCES `debrief`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`debrief_id` text NOT NULL,
	`number` integer NOT NULL,
	`outcome` text,
	`competency_ids` text NOT NULL,
	`reason` text,
	`version` integer NOT NULL,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	`locked_at_ms` integer,
	`locked_by` text,
	`reopened_at_ms` integer,
	`reopened_by` text,
	`reopen_reason` text,
	FOREIGN KEY (`debrief_id`) REFERENCES `debrief`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_number` ON `decision` (`debrief_id`,`number`);--> statement-breakpoint
CREATE TABLE `final_rating` (
	`debrief_id` text NOT NULL,
	`scorecard_id` text NOT NULL,
	`question_id` text NOT NULL,
	`version` integer NOT NULL,
	`level` real,
	`reason` text,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`debrief_id`, `scorecard_id`, `question_id`, `version`),
	FOREIGN KEY (`debrief_id`) REFERENCES `debrief`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scorecard_id`) REFERENCES `scorecard`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `final_rating_scorecard` ON `final_rating` (`scorecard_id`);--> statement-breakpoint
CREATE TABLE `signature` (
	`decision_id` text NOT NULL,
	`user_id` text NOT NULL,
	`decision_version` integer NOT NULL,
	`stance` text NOT NULL,
	`dissent` text,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`decision_id`, `user_id`),
	FOREIGN KEY (`decision_id`) REFERENCES `decision`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `past_person` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`part` text NOT NULL,
	`code` text NOT NULL,
	`name` text,
	FOREIGN KEY (`round_id`) REFERENCES `past_round`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `past_person_round` ON `past_person` (`round_id`);--> statement-breakpoint
CREATE TABLE `past_rating` (
	`round_id` text NOT NULL,
	`line` integer NOT NULL,
	`column` integer NOT NULL,
	`candidate_id` text NOT NULL,
	`interviewer_id` text NOT NULL,
	`competency_id` text NOT NULL,
	`question` text,
	`level` real NOT NULL,
	`note` text,
	PRIMARY KEY(`round_id`, `line`, `column`),
	FOREIGN KEY (`round_id`) REFERENCES `past_round`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`candidate_id`) REFERENCES `past_person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`interviewer_id`) REFERENCES `past_person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `past_round` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`body` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `session_interviewer` ADD `could_read_others` integer DEFAULT false NOT NULL;