ALTER TABLE `question_draft` ADD `base_version_id` text;--> statement-breakpoint
ALTER TABLE `question_draft` ADD `discarded_at_ms` integer;