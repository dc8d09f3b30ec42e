import { mailToChangedMail } from '../../pages/content/mails.ts';
import type { Settings } from '../../pages/content/settings.ts';
import { paths } from '../../pages/paths.ts';
import { isMailSetUp, sameAddress, toldByMail } from '../config.ts';
import { errorCode, log } from '../log.ts';
import { deskLink, send } from './mail.ts';

interface SettingsChange {
  before: Settings;
  after: Settings;
  by: string;
  at: Date;
}

/** When another address is told of enquiries from now on, both hear of it. Never rejects. */
export async function tellOfNewAddress(env: Env, { before, after, by, at }: SettingsChange): Promise<void> {
  const [former, next] = [toldByMail(before, env), toldByMail(after, env)];
  if (!isMailSetUp(env) || sameAddress(former, next)) return;
  const mail = mailToChangedMail({ former, next, by, at }, deskLink(env, paths.settings));
  const tell = (to: string) =>
    send(env, { to, mail }).catch((error) => log({ event: 'settings_mail_failed', code: errorCode(error) }));
  await Promise.all([former, next].filter(Boolean).map(tell));
}
