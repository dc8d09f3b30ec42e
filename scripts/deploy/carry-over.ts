import { settingChanges } from '../../pages/content/setting-words.ts';
import { earlierRelease, type Settings, usualSettings } from '../../pages/content/settings.ts';
import { asSettings } from '../account/retired-settings.ts';
import { isSiteGiven, type SiteFile, sitePath, writeSite } from '../account/site-file.ts';
import { type Asking, literal } from '../d1.ts';

/**
 * What an earlier release had as variables becomes the desk's settings, unless somebody has saved some there. It counts
 * from the beginning: whoever wrote before was told those times, and nothing of theirs is deleted sooner. Says what came
 * of it, and gives whether anything became settings.
 */
export function carryOver(site: SiteFile, ask: Asking): boolean {
  const { retired, ...rest } = site;
  if (!retired) return false;
  const { settings, unread, limited } = asSettings(retired);
  const isCarried = Object.keys(settings).length > 0 && insertSettings(settings, ask);
  say('Settings of an earlier release:');
  for (const [name, value] of Object.entries(retired)) say(`  ${name}: ${value}`);
  if (isCarried) {
    sayCarried(settings);
    if (limited.length > 0) say(`The desk does not take so much or so little: ${limited.join(', ')}.`);
    if (unread.length > 0)
      say(`Not carried over, because nobody can read it: ${unread.join(', ')}. There the usual counts.`);
  } else say(`None of them was carried over: ${whyNot(ask)}`);
  writeSite(rest);
  say(
    isSiteGiven()
      ? 'The variable SITE still has them. Take them out of it: nothing needs them any more.'
      : `They are gone from ${sitePath()}.`,
  );
  return isCarried;
}

const atDesk = "from practice_versions where kind = 'settings' and by <> 'migration'";

function insertSettings(settings: object, ask: Asking): boolean {
  const content = literal(JSON.stringify(settings));
  const before = "select content from practice_versions where kind = 'settings' and by = 'migration'";
  const inserted = ask(
    `insert into practice_versions (kind, content, at, by) select 'settings', json_patch(coalesce((${before}), '{}'), ${content}), 1, ${literal(earlierRelease)} where not exists (select 1 ${atDesk}) returning version`,
  );
  return inserted.length > 0;
}

function sayCarried(settings: Partial<Settings>): void {
  const changes = settingChanges(usualSettings, { ...usualSettings, ...settings });
  say('They were carried over to the desk, under Settings. What is not as usual there:');
  if (changes.length === 0) say('  nothing');
  for (const { label, after } of changes) say(`  ${label}: ${after}`);
}

function whyNot(ask: Asking): string {
  const [first] = ask<{ by: string }>(`select "by" ${atDesk} order by version limit 1`);
  if (!first) return 'nobody can read them. The usual settings count.';
  return first.by === earlierRelease
    ? 'an earlier deploy did it. What the desk has under Settings counts.'
    : 'settings were saved at the desk before, and those count.';
}

function say(words: string): void {
  console.log(`  ${words}`);
}
