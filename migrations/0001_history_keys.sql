-- The history stores the keys of moves and not their words, which may change.
UPDATE `changes` SET `detail` = CASE `detail`
  WHEN 'New' THEN 'new'
  WHEN 'Replied' THEN 'replied'
  WHEN 'Booked' THEN 'booked'
  WHEN 'Attended: first visit' THEN 'attendedFirst'
  WHEN 'Attended: has been before' THEN 'attendedReturning'
  WHEN 'They did not answer' THEN 'closedNoAnswer'
  WHEN 'They decided against it' THEN 'closedDecided'
  WHEN 'Not right for them' THEN 'closedUnsuitable'
  WHEN 'Time, place or price' THEN 'closedPractical'
  WHEN 'The same person asked twice' THEN 'closedTwice'
  WHEN 'It was a robot' THEN 'closedRobot'
  ELSE `detail` END
WHERE `kind` = 'stage';
--> statement-breakpoint
UPDATE `changes` SET `detail` = replace(`detail`, '; they agreed to the wording below', '') WHERE `kind` = 'taken';
--> statement-breakpoint
UPDATE `changes` SET `kind` = 'extended' WHERE `kind` = 'kept';
