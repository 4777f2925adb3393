CREATE TABLE `access_code` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`user_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`revoked_at_ms` integer,
	`accepted_at_ms` integer,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `access_code_codeHash_unique` ON `access_code` (`code_hash`);--> statement-breakpoint
CREATE INDEX `access_code_session` ON `access_code` (`session_id`);--> statement-breakpoint
CREATE INDEX `access_code_user` ON `access_code` (`user_id`);--> statement-breakpoint
ALTER TABLE `candidate` ADD `cv_url` text;--> statement-breakpoint
ALTER TABLE `scorecard` ADD `checked_in_at_ms` integer;--> statement-breakpoint
ALTER TABLE `session_interviewer` ADD `seat` text DEFAULT 'interviewer' NOT NULL;--> statement-breakpoint
ALTER TABLE `session_interviewer` ADD `reminded_at_ms` integer;