import type { Settings } from '../pages/content/settings.ts';

// wrangler.toml says what each variable means. One that cannot be read counts as the value it comes with: a slip of the
// pen there must never cost an enquiry.

/** In milliseconds: for each try, and at most between the two tries of D1. */
export interface Waits {
  first: number;
  pause: number;
  second: number;
  queue: number;
}

export function intakeWaits({ INTAKE_WAITS }: Env): Waits {
  const parts = INTAKE_WAITS.split(' ');
  const wait = (place: number, usual: number) => Number(parts[place]) || usual;
  return { first: wait(0, 2500), pause: wait(1, 300), second: wait(2, 2000), queue: wait(3, 2000) };
}

/** Who may open the desk. */
export function deskAddresses({ DESK_EMAILS }: Pick<Env, 'DESK_EMAILS'>): string[] {
  return listed(DESK_EMAILS);
}

/** Whether two email addresses are the same, whatever their case: A to Z only, as other letters have look-alikes. */
export function sameAddress(one: string, other: string): boolean {
  return lowerCase(one) === lowerCase(other);
}

function lowerCase(text: string): string {
  return text.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The team's origin, as https://my-team.cloudflareaccess.com, however it was written; undefined when it is none. */
export function accessTeam({ ACCESS_TEAM }: Env): string | undefined {
  const written = ACCESS_TEAM.trim();
  return written.includes('.')
    ? originOf(written.includes('//') ? written : `https://${written}`)
    : undefined;
}

/** Origins that a desk form may be sent on to when the session has ended: the team's, and the sign-in services behind it. */
export function signInOrigins(env: Env): string[] {
  const others = listed(env.SIGN_IN_ORIGINS).map(originOf);
  return [...new Set([accessTeam(env), ...others].flatMap((origin) => origin ?? []))];
}

/** Scheme, host and port, of nothing that could say more in a header than these; plain http on this computer alone. */
function originOf(address: string): string | undefined {
  const origin = URL.canParse(address) ? new URL(address).origin : '';
  const plain = /^(https:\/\/[a-z\d.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d+)?$/;
  return plain.test(origin) ? origin : undefined;
}

/** Client ids of the service tokens that may make the leads file. */
export function leadsTokens({ EXPORT_TOKENS }: Env): string[] {
  return tokens(EXPORT_TOKENS);
}

/** Client ids of the service tokens that may ask what is missing before the site may open. */
export function launchTokens({ LAUNCH_TOKENS }: Env): string[] {
  return tokens(LAUNCH_TOKENS);
}

function tokens(ids: string): string[] {
  return listed(ids).filter((id) => id !== 'none');
}

function listed(text = ''): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether the practitioner can be told by mail: of whom there is at least whoever may open the desk. */
export function isMailSetUp({ DESK_EMAILS, MAIL_FROM, SITE_URL }: Env): boolean {
  return [DESK_EMAILS, MAIL_FROM, SITE_URL].every((value) => value !== '');
}

/** Who is told by mail. */
export function toldByMail({ mailTo }: Settings, env: Pick<Env, 'DESK_EMAILS'>): string {
  return mailTo || (deskAddresses(env)[0] ?? '');
}
