import { type Settings, usualSettings } from '../../pages/content/settings.ts';
import type { Database } from '../database/client.ts';
import { readHistory } from './versions.ts';

/** The settings as they are now, and which version that is; 0 for those that a site begins with. */
export async function readSettingsVersion(
  database: Database,
): Promise<{ settings: Settings; version: number }> {
  const [newest] = await readHistory(database, 'settings', 1);
  return { settings: newest?.content ?? usualSettings, version: newest?.version ?? 0 };
}

export async function readSettings(database: Database): Promise<Settings> {
  return (await readSettingsVersion(database)).settings;
}
