import type { Context } from 'hono';
import {
  countsFrom,
  deletesEarlier,
  type Retention,
  shorterTimes,
} from '../../../pages/content/retention.ts';
import type { Settings } from '../../../pages/content/settings.ts';
import { ShorterPage } from '../../../pages/desk/settings/shorter-page.tsx';
import { paths } from '../../../pages/paths.ts';
import { countDeletedBy } from '../../enquiries/delete-expired.ts';
import { seePublished } from '../../enquiries/see-published.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { textIn } from '../../http/read-body.ts';
import { tellOfNewAddress } from '../../notify/tell-of-new-address.ts';
import { readSettingsVersion } from '../../practice/settings.ts';
import { readTold } from '../../practice/told-retention.ts';
import { saveVersion } from '../../practice/versions.ts';

interface Wish {
  settings: Settings;
  /** The form that asked for it: what is said twice is the same form again. */
  form: URLSearchParams;
  /** Where it was sent. */
  action: string;
  backTo?: number;
}

/** Saves settings, and asks first where that deletes enquiries earlier. Undefined: somebody else was faster. */
export async function saveSettings(c: Context<AppEnv>, wish: Wish): Promise<Response | undefined> {
  const { database, practitioner: by } = c.var;
  const { settings, form, action, ...rest } = wish;
  const now = new Date();
  const basis = readVersion(form, 'basis');
  const { settings: before, version } = await readSettingsVersion(database);
  if (basis !== version) return undefined;
  const { retention } = settings;
  const isEarlier = deletesEarlier(await readTold(database), retention, now);
  if (isEarlier && textIn(form, 'shorter') !== nameOf(retention)) {
    const deleted = await countDeletedBy(database, retention, now);
    const names = new Set([...form.keys()].filter((name) => name !== 'shorter'));
    // Ticks of one name are one text here.
    const fields = [...names].map((name) => [name, form.getAll(name).join(' ')] as const);
    return c.render(
      <ShorterPage
        action={action}
        fields={[...fields, ['shorter', nameOf(retention)]]}
        shorter={shorterTimes(before.retention, retention)}
        start={countsFrom(now)}
        deleted={deleted}
      />,
    );
  }
  if (JSON.stringify(settings) !== JSON.stringify(before)) {
    const saving = { content: settings, basis, by, at: now, ...rest };
    if ((await saveVersion(database, 'settings', saving)) === undefined) return undefined;
    await seePublished(c.env);
    c.executionCtx.waitUntil(tellOfNewAddress(c.env, { before, after: settings, by, at: now }));
  }
  return c.redirect(paths.settings, 303);
}

/** Whether somebody was asked, and would rather not. */
export function wentBack(form: URLSearchParams): boolean {
  return form.has('back');
}

/** A version that a form names; none has the number 0. */
export function readVersion(form: URLSearchParams, name: string): number {
  const text = textIn(form, name);
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

/** What was agreed to: with other numbers it is asked again. */
function nameOf({ months, attendedMonths, reviewDays }: Retention): string {
  return `${months} ${attendedMonths} ${reviewDays}`;
}
