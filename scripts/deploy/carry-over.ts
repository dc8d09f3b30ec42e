import { asSettings } from '../account/retired-settings.ts';
import type { SiteFile } from '../account/site-file.ts';
import { writeSite } from '../account/site-file.ts';
import { type Asking, literal } from '../d1.ts';

/**
 * What an earlier release had as variables becomes the desk's settings, unless somebody has saved some there. It counts
 * from the beginning: whoever wrote before was told those times, and nothing of theirs is deleted sooner.
 */
export function carryOver(site: SiteFile, ask: Asking): void {
  const { retired = {}, ...rest } = site;
  if (Object.keys(retired).length === 0) return;
  const content = literal(JSON.stringify(asSettings(retired)));
  const mine = "kind = 'settings' and by = 'migration'";
  ask(
    `insert into practice_versions (kind, content, at, by) select 'settings', json_patch(coalesce((select content from practice_versions where ${mine}), '{}'), ${content}), 1, 'earlier release' where not exists (select 1 from practice_versions where kind = 'settings' and by <> 'migration')`,
  );
  for (const [name, value] of Object.entries(retired)) console.log(`  ${name}: ${value}`);
  console.log('  These are at the desk now, under Settings, and gone from site.json.');
  writeSite(rest);
}
