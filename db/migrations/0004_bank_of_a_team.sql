CREATE TABLE `content_version` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`item_id` text NOT NULL,
	`number` integer NOT NULL,
	`content_hash` text NOT NULL,
	`body` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`created_by` text,
	`batch_id` text,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `content_version_item` ON `content_version` (`kind`,`item_id`,`number`);--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`layout` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`undone_at_ms` integer,
	`undone_by` text,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `imported_item` (
	`batch_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`draft_id` text,
	`question_id` text,
	`source_text` text NOT NULL,
	`sample_answer` text,
	PRIMARY KEY(`batch_id`, `ordinal`),
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`draft_id`) REFERENCES `question_draft`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`question_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `imported_item_draft` ON `imported_item` (`draft_id`);--> statement-breakpoint
CREATE INDEX `imported_item_question` ON `imported_item` (`question_id`);--> statement-breakpoint
CREATE TABLE `question_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text,
	`body` text NOT NULL,
	`revision` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_draft_question` ON `question_draft` (`question_id`);--> statement-breakpoint
CREATE TABLE `question_pair` (
	`a_id` text NOT NULL,
	`b_id` text NOT NULL,
	`verdict` text NOT NULL,
	`decided_by` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`a_id`, `b_id`),
	FOREIGN KEY (`a_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`b_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`decided_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_pair_b` ON `question_pair` (`b_id`);--> statement-breakpoint
ALTER TABLE `competency` ADD `current_version_id` text;--> statement-breakpoint
ALTER TABLE `competency` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `competency` ADD `declined_version_id` text;--> statement-breakpoint
ALTER TABLE `question` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `question` ADD `declined_version_id` text;--> statement-breakpoint
ALTER TABLE `question_version` ADD `batch_id` text REFERENCES import_batch(id);--> statement-breakpoint
ALTER TABLE `role` ADD `current_version_id` text;--> statement-breakpoint
ALTER TABLE `role` ADD `archived_by` text;--> statement-breakpoint
ALTER TABLE `role` ADD `declined_version_id` text;