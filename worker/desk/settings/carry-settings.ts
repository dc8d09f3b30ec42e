import { type SettingChange, settingChanges } from '../../../pages/content/setting-words.ts';
import { type Settings, usualSettings } from '../../../pages/content/settings.ts';
import { type TypedSettings, typedSettings } from '../../../pages/desk/settings/typed-settings.ts';
import { londonDay } from '../../../pages/london-time.ts';
import type { Database } from '../../database/client.ts';
import { carry } from '../../practice/carry.ts';
import { readSettingsVersion } from '../../practice/settings.ts';
import { findVersion } from '../../practice/versions.ts';

interface Carried {
  /** The form as it is now, with what this tab has changed in place of it. */
  typed: TypedSettings;
  /** What others have saved since the form was opened. */
  changes: SettingChange[];
  /** The version that is in use now. */
  basis: number;
}

/** What a form that is out of date shows, so that saving it once more undoes nothing that it did not change. */
export async function carrySettings(
  database: Database,
  { typed, basis }: { typed: Partial<TypedSettings>; basis: number },
): Promise<Carried> {
  const [seen, { settings, version }] = await Promise.all([
    findVersion(database, 'settings', basis),
    readSettingsVersion(database),
  ]);
  const before = seen?.content ?? usualSettings;
  const today = londonDay(new Date());
  const written = (some: Settings) => typedSettings(some, today);
  return {
    typed: carry({
      basis: written(before),
      mine: { ...written(before), ...typed },
      newest: written(settings),
    }),
    changes: settingChanges(before, settings),
    basis: version,
  };
}
