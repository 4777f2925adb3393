CREATE TABLE `audit_event` (
	`sequence` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at_ms` integer NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail_hash` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_event_subject` ON `audit_event` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `form_receipt` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`result` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`user_id`, `key`),
	CONSTRAINT "form_receipt_key" CHECK(length("form_receipt"."key") between 8 and 64)
) STRICT;
--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`name` text,
	`email` text,
	`access` text NOT NULL,
	`invited_by` text,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`accepted_at_ms` integer,
	`revoked_at_ms` integer,
	FOREIGN KEY (`invited_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_tokenHash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE TABLE `password_reset` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_by` text,
	`created_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`used_at_ms` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `sign_in` (
	`secret_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`last_seen_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `sign_in_user` ON `sign_in` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`access` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`disabled_at_ms` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `competency` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at_ms` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `question` (
	`id` text PRIMARY KEY NOT NULL,
	`current_version_id` text,
	`created_at_ms` integer NOT NULL,
	`archived_at_ms` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `question_version` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`number` integer NOT NULL,
	`content_hash` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`difficulty` text NOT NULL,
	`minutes` integer NOT NULL,
	`body` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`question_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_version_question` ON `question_version` (`question_id`,`number`);--> statement-breakpoint
CREATE TABLE `question_version_competency` (
	`version_id` text NOT NULL,
	`competency_id` text NOT NULL,
	`is_primary` integer NOT NULL,
	PRIMARY KEY(`version_id`, `competency_id`),
	FOREIGN KEY (`version_id`) REFERENCES `question_version`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`competency_id`) REFERENCES `competency`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_version_competency_competency` ON `question_version_competency` (`competency_id`);--> statement-breakpoint
CREATE TABLE `question_version_role` (
	`version_id` text NOT NULL,
	`role_id` text NOT NULL,
	PRIMARY KEY(`version_id`, `role_id`),
	FOREIGN KEY (`version_id`) REFERENCES `question_version`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_version_role_role` ON `question_version_role` (`role_id`);--> statement-breakpoint
CREATE TABLE `scale` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `interview` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`position` integer NOT NULL,
	`focus` text NOT NULL,
	`minutes` integer NOT NULL,
	`competency_ids` text NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panel`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `interview_panel` ON `interview` (`panel_id`,`position`);--> statement-breakpoint
CREATE TABLE `interview_question` (
	`interview_id` text NOT NULL,
	`question_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`interview_id`, `question_id`),
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `interviewer_assignment` (
	`interview_id` text NOT NULL,
	`user_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`interview_id`, `user_id`),
	FOREIGN KEY (`interview_id`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `interviewer_assignment_user` ON `interviewer_assignment` (`user_id`);--> statement-breakpoint
CREATE TABLE `panel` (
	`id` text PRIMARY KEY NOT NULL,
	`role_id` text NOT NULL,
	`scale_id` text NOT NULL,
	`name` text NOT NULL,
	`revision` integer NOT NULL,
	`published_revision` integer,
	`current_version_id` text,
	`created_by` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	`archived_at_ms` integer,
	FOREIGN KEY (`role_id`) REFERENCES `role`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scale_id`) REFERENCES `scale`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `panel_competency` (
	`panel_id` text NOT NULL,
	`competency_id` text NOT NULL,
	`position` integer NOT NULL,
	`weight` integer NOT NULL,
	`gate` real,
	PRIMARY KEY(`panel_id`, `competency_id`),
	FOREIGN KEY (`panel_id`) REFERENCES `panel`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`competency_id`) REFERENCES `competency`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `panel_version` (
	`id` text PRIMARY KEY NOT NULL,
	`panel_id` text NOT NULL,
	`number` integer NOT NULL,
	`snapshot` text NOT NULL,
	`published_by` text NOT NULL,
	`published_at_ms` integer NOT NULL,
	FOREIGN KEY (`panel_id`) REFERENCES `panel`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `panel_version_number` ON `panel_version` (`panel_id`,`number`);--> statement-breakpoint
CREATE TABLE `role` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`archived_at_ms` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `amendment` (
	`id` text PRIMARY KEY NOT NULL,
	`scorecard_id` text NOT NULL,
	`field` text NOT NULL,
	`before` text,
	`after` text,
	`reason` text,
	`user_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`scorecard_id`) REFERENCES `scorecard`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `amendment_scorecard` ON `amendment` (`scorecard_id`);--> statement-breakpoint
CREATE TABLE `application` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`panel_id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`withdrawn_at_ms` integer,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`panel_id`) REFERENCES `panel`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `application_candidate_panel` ON `application` (`candidate_id`,`panel_id`);--> statement-breakpoint
CREATE INDEX `application_panel` ON `application` (`panel_id`);--> statement-breakpoint
CREATE TABLE `candidate` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text,
	`email` text,
	`created_by` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`erased_at_ms` integer,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `candidate_code_unique` ON `candidate` (`code`);--> statement-breakpoint
CREATE TABLE `field_op` (
	`op_id` text PRIMARY KEY NOT NULL,
	`scorecard_id` text NOT NULL,
	`user_id` text NOT NULL,
	`field` text NOT NULL,
	`base` integer NOT NULL,
	`value` text,
	`payload_hash` text NOT NULL,
	`outcome` text NOT NULL,
	`version` integer NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`scorecard_id`) REFERENCES `scorecard`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `field_op_scorecard` ON `field_op` (`scorecard_id`,`field`,`version`);--> statement-breakpoint
CREATE TABLE `scorecard` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`interviewer_id` text NOT NULL,
	`status` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`submitted_at_ms` integer,
	`submitted` text,
	`entered_by` text,
	`confirmed_at_ms` integer,
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`interviewer_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `scorecard_session_interviewer` ON `scorecard` (`session_id`,`interviewer_id`);--> statement-breakpoint
CREATE INDEX `scorecard_interviewer` ON `scorecard` (`interviewer_id`,`status`);--> statement-breakpoint
CREATE TABLE `scorecard_field` (
	`scorecard_id` text NOT NULL,
	`field` text NOT NULL,
	`version` integer NOT NULL,
	`value` text,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`scorecard_id`, `field`),
	FOREIGN KEY (`scorecard_id`) REFERENCES `scorecard`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`panel_version_id` text NOT NULL,
	`interview_id` text NOT NULL,
	`starts_at_ms` integer,
	`status` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`panel_version_id`) REFERENCES `panel_version`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_application` ON `session` (`application_id`);--> statement-breakpoint
CREATE INDEX `session_start` ON `session` (`starts_at_ms`);--> statement-breakpoint
CREATE TABLE `session_interviewer` (
	`session_id` text NOT NULL,
	`user_id` text NOT NULL,
	`added_at_ms` integer NOT NULL,
	`removed_at_ms` integer,
	PRIMARY KEY(`session_id`, `user_id`),
	FOREIGN KEY (`session_id`) REFERENCES `session`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_interviewer_user` ON `session_interviewer` (`user_id`);--> statement-breakpoint
CREATE TABLE `visibility_override` (
	`application_id` text NOT NULL,
	`user_id` text NOT NULL,
	`reason` text NOT NULL,
	`at_ms` integer NOT NULL,
	PRIMARY KEY(`application_id`, `user_id`),
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
