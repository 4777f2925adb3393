-- The words that the full text knows, for a second try when somebody mistypes one. It follows question_search by itself.
CREATE VIRTUAL TABLE question_vocabulary USING fts5vocab('question_search', 'row');
