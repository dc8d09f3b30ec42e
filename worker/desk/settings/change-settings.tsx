import type { Context } from 'hono';
import type { SettingChange } from '../../../pages/content/setting-words.ts';
import { usualSettings } from '../../../pages/content/settings.ts';
import { SettingsPage } from '../../../pages/desk/settings/settings-page.tsx';
import {
  type SettingMistakes,
  type TypedSettings,
  typedSettings,
} from '../../../pages/desk/settings/typed-settings.ts';
import { londonDay } from '../../../pages/london-time.ts';
import { paths } from '../../../pages/paths.ts';
import { toldByMail } from '../../config.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readBody } from '../../http/read-body.ts';
import { readSettings } from '../../practice/settings.ts';
import { readHistory } from '../../practice/versions.ts';
import { carrySettings } from './carry-settings.ts';
import { checkSettings, readTypedSettings } from './check-settings.ts';
import { readVersion, saveSettings, wentBack } from './save-settings.tsx';

export async function showSettings(c: Context<AppEnv>) {
  return render(c, {});
}

export async function changeSettings(c: Context<AppEnv>) {
  const { database } = c.var;
  const form = await readBody(c.req.raw);
  const typed = readTypedSettings(form);
  const basis = readVersion(form, 'basis');
  if (wentBack(form)) return render(c, { typed, basis });
  const checked = checkSettings(typed, await readSettings(database), londonDay(new Date()));
  if ('mistakes' in checked) {
    c.status(422);
    return render(c, { typed, mistakes: checked.mistakes, basis });
  }
  const answer = await saveSettings(c, { ...checked, form, action: paths.settings });
  if (answer) return answer;
  c.status(409);
  const { changes: conflict, ...now } = await carrySettings(database, { typed, basis });
  return render(c, { ...now, conflict });
}

interface Returned {
  typed?: TypedSettings;
  mistakes?: SettingMistakes;
  conflict?: SettingChange[];
  basis?: number;
}

async function render(c: Context<AppEnv>, { typed, basis, ...more }: Returned) {
  const [newest] = await readHistory(c.var.database, 'settings', 1);
  const now = newest?.content ?? usualSettings;
  return c.render(
    <SettingsPage
      typed={typed ?? typedSettings(now, londonDay(new Date()))}
      basis={basis ?? newest?.version ?? 0}
      saved={newest && newest.by !== 'migration' ? newest : undefined}
      usualMailTo={toldByMail(usualSettings, c.env)}
      {...more}
    />,
  );
}
