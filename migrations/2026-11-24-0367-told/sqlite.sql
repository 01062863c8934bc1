-- Stories of what happened on a day, for what is joined with them.
CREATE INDEX stories_occasion_date ON stories (occasion_date, id) WHERE occasion_date IS NOT NULL;
