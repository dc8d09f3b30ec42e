import type { Context } from 'hono';
import { settingChanges } from '../../../pages/content/setting-words.ts';
import { usualSettings } from '../../../pages/content/settings.ts';
import { SettingsHistoryPage } from '../../../pages/desk/settings/history-page.tsx';
import { paths } from '../../../pages/paths.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { malformed, readBody } from '../../http/read-body.ts';
import { findVersion, readHistory } from '../../practice/versions.ts';
import { readVersion, saveSettings, wentBack } from './save-settings.tsx';

export async function showSettingsHistory(c: Context<AppEnv>) {
  return render(c);
}

/** A new version with the settings of an earlier one. */
export async function goBackTo(c: Context<AppEnv>) {
  const form = await readBody(c.req.raw);
  if (wentBack(form)) return c.redirect(paths.settingsHistory, 303);
  const backTo = readVersion(form, 'version');
  const earlier = await findVersion(c.var.database, 'settings', backTo);
  if (!earlier) return malformed();
  const wish = { settings: earlier.content, backTo, form, action: paths.settingsHistory };
  const answer = await saveSettings(c, wish);
  if (answer) return answer;
  c.status(409);
  return render(c, true);
}

async function render(c: Context<AppEnv>, conflict = false) {
  const history = await readHistory(c.var.database, 'settings');
  const versions = history.map(({ content, backTo, ...row }, place) => ({
    ...row,
    backTo: history.find(({ version }) => version === backTo),
    changes: settingChanges(history[place + 1]?.content ?? usualSettings, content),
  }));
  return c.render(<SettingsHistoryPage versions={versions} conflict={conflict} />);
}
