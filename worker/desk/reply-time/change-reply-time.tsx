import type { Context } from 'hono';
import { readCount } from '../../../pages/content/fact-forms/read-amounts.ts';
import type { ReplyTimeMistakes, TypedReplyTime } from '../../../pages/desk/reply-time/reply-time-fields.tsx';
import { ReplyTimePage } from '../../../pages/desk/reply-time/reply-time-page.tsx';
import { typedSettings } from '../../../pages/desk/settings/typed-settings.ts';
import { londonDay } from '../../../pages/london-time.ts';
import { paths } from '../../../pages/paths.ts';
import { seePublished } from '../../enquiries/see-published.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readBody } from '../../http/read-body.ts';
import { readSettingsVersion } from '../../practice/settings.ts';
import { saveVersion } from '../../practice/versions.ts';
import { carrySettings } from '../settings/carry-settings.ts';
import { readVersion } from '../settings/save-settings.tsx';
import { readReplyTime, replyTimeMistakes } from './reply-time-mistakes.ts';

export async function showReplyTime(c: Context<AppEnv>) {
  return render(c, {});
}

export async function changeReplyTime(c: Context<AppEnv>) {
  const { database, practitioner: by } = c.var;
  const body = await readBody(c.req.raw);
  const typed = readReplyTime(body);
  const basis = readVersion(body, 'basis');
  const mistakes = replyTimeMistakes(typed, londonDay(new Date()));
  if (mistakes.workingDays || mistakes.awayUntil) {
    c.status(422);
    return render(c, { typed, mistakes, basis });
  }
  const { settings } = await readSettingsVersion(database);
  const content = {
    ...settings,
    replyTime: { ...typed, workingDays: readCount(typed.workingDays, 'day') ?? 0 },
  };
  const saved = await saveVersion(database, 'settings', { content, basis, by, at: new Date() });
  if (saved === undefined) {
    c.status(409);
    const now = await carrySettings(database, { typed, basis });
    return render(c, { typed: now.typed, basis: now.basis, conflict: true });
  }
  await seePublished(c.env);
  return c.redirect(paths.replyTime, 303);
}

interface Returned {
  typed?: TypedReplyTime;
  mistakes?: ReplyTimeMistakes;
  conflict?: boolean;
  /** The version that the form was opened with. */
  basis?: number;
}

async function render(c: Context<AppEnv>, { typed, basis, ...more }: Returned) {
  const { settings, version } = await readSettingsVersion(c.var.database);
  const today = londonDay(new Date());
  return c.render(
    <ReplyTimePage
      replyTime={settings.replyTime}
      today={today}
      basis={basis ?? version}
      typed={typed ?? typedSettings(settings, today)}
      {...more}
    />,
  );
}
