CREATE TABLE `question_search_row` (
	`search_row` integer PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `question_search_row_questionId_unique` ON `question_search_row` (`question_id`);--> statement-breakpoint
-- The start of the program writes the full text anew, with topics and archived questions, when rows are missing here.
DELETE FROM question_search;
