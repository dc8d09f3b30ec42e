import { z } from 'zod';
import { Stop } from '../command.ts';

/** The settings that `npm run setup` asks for; all others have a usual value in wrangler.toml. */
export const settingQuestions = {
  SITE_URL: 'The address of the site, like https://backpain.my-practice.co.uk',
  ACCESS_TEAM: 'Your Zero Trust team, like my-team.cloudflareaccess.com',
  ACCESS_AUD: 'The audience tag of the Access application: 64 digits and letters from a to f',
  DESK_EMAILS: 'The email addresses that may open the desk, separated by commas',
  MAIL_FROM:
    'The address that mails about enquiries come from, on a subdomain of yours, like site@mail.my-practice.co.uk',
};

const email = z.string().regex(/^[^\s@"'<>,;\\]+@[^\s@"'<>,;\\]+\.[^\s@"'<>,;\\.]+$/, {
  error: ({ input }) => `That is no email address as it stands: ${input || 'nothing was typed'}.`,
});
const audienceTag = z
  .string()
  .regex(
    /^[\da-f]{64}$/i,
    'An audience tag has 64 characters, digits and the letters a to f. The application shows it under Basic information.',
  )
  .toLowerCase();
const tokenId = z.string().regex(/^[\w-]+\.access$/, {
  error: ({ input }) => `A service token's client id ends in .access: ${input} does not.`,
});

/** What counts as an answer, and the value as the site takes it; the Worker takes its usual value for most that it cannot read. */
const schemas: Record<string, z.ZodType<string>> = {
  SITE_URL: origin('The address of the site'),
  ACCESS_TEAM: z.string().transform(teamIn).pipe(origin('The address of the team')),
  ACCESS_AUD: audienceTag,
  DESK_EMAILS: several(email),
  MAIL_FROM: email,
  SIGN_IN_ORIGINS: several(origin('The address of a sign-in service')),
  EXPORT_TOKENS: several(tokenId),
  LAUNCH_TOKENS: several(tokenId),
};

/** What a typed answer is: the value as the site takes it, or a sentence that says what is wrong with it. */
export type Judged = { value: string } | { wrong: string };

export function judgeSetting(name: string, typed: string): Judged {
  const mayBeNone = ['SIGN_IN_ORIGINS', 'EXPORT_TOKENS', 'LAUNCH_TOKENS'].includes(name);
  if (mayBeNone && /^(none)?$/.test(typed.trim())) return { value: 'none' };
  return judgeBy(schemas[name] ?? z.string(), typed.trim());
}

export function judgeBy(schema: z.ZodType<string>, typed: string): Judged {
  const { data, error } = schema.safeParse(typed);
  return error ? { wrong: String(error.issues[0]?.message) } : { value: data };
}

/** `NAME=value` for each, judged as if it had been typed. */
export function settingsGiven(pairs: readonly string[], known: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name = '', typed] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
      if (typed === undefined) throw new Stop(`--set ${pair}: write it as --set NAME=value.`);
      if (!known.includes(name))
        throw new Stop(`--set ${pair}: there is no setting ${name || pair}. They are ${known.join(', ')}.`);
      const judged = judgeSetting(name, typed);
      if ('wrong' in judged) throw new Stop(`--set ${name}: ${judged.wrong}`);
      return [name, judged.value];
    }),
  );
}

/** One or more, of which each has to be right. */
function several(schema: z.ZodType<string, string>) {
  return z
    .string()
    .transform((typed) => typed.split(/[,;\s]+/).filter(Boolean))
    .pipe(z.array(schema).min(1, 'Type at least one.'))
    .transform((all) => all.join(', '));
}

/** A team's name alone, or the address of its sign-in page as a browser shows it. */
function teamIn(typed: string): string {
  if (/^[\w-]+$/.test(typed)) return `${typed}.cloudflareaccess.com`;
  return typed.replace(/\/cdn-cgi\/.*$/s, '');
}

/** Scheme and host: people leave the first out, and put a slash after the second. */
function origin(what: string) {
  const host = /^([a-z\d-]{1,63}\.)+[a-z\d-]{2,63}$/i;
  const unreadable = `${what} cannot be read. It looks like https://name.co.uk.`;
  return z
    .string()
    .regex(/^[^@"'\s]+$/, { error: unreadable, abort: true })
    .transform((typed) => (/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`))
    .refine((address) => URL.canParse(address), { error: unreadable, abort: true })
    .transform((address) => new URL(address))
    .refine((url) => url.href === `${url.origin}/`, {
      error: ({ input }) => `${what} has no path: only ${new URL(String(input)).origin}.`,
    })
    .refine(isSecure, `${what} begins with https://.`)
    .refine((url) => host.test(url.hostname) || isLocal(url), unreadable)
    .transform((url) => url.origin);
}

function isLocal({ hostname }: URL): boolean {
  return /^(localhost|127\.0\.0\.1)$/.test(hostname);
}

function isSecure(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url));
}
