-- Full text of the current version of each question. The store keeps it in step with question.current_version_id.
CREATE VIRTUAL TABLE question_search USING fts5(
  question_id UNINDEXED,
  title,
  prompt,
  intent,
  details,
  tokenize = "porter unicode61 remove_diacritics 2",
  prefix = '2 3'
);
