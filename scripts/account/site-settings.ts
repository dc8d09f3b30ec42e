import { Stop } from '../command.ts';

/** What a typed answer is: the value as the site takes it, or a sentence that says what is wrong with it. */
export type Judged = { value: string } | { wrong: string };

interface AskedSetting {
  question: string;
  judge: (typed: string) => Judged;
}

const email = /^[^\s@"'<>,;\\]+@[^\s@"'<>,;\\]+\.[^\s@"'<>,;\\.]+$/;
const local = /^(localhost|127\.0\.0\.1)$/;

/** The settings that `npm run setup` asks for; all others have a usual value in wrangler.toml. */
export const askedSettings = {
  SITE_URL: {
    question: 'The address of the site, like https://backpain.my-practice.co.uk',
    judge: (typed) => origin(typed, 'The address of the site'),
  },
  ACCESS_TEAM: {
    question: 'Your Zero Trust team, like my-team.cloudflareaccess.com',
    judge: (typed) => origin(teamIn(typed), 'The address of the team'),
  },
  ACCESS_AUD: {
    question: 'The audience tag of the Access application: 64 digits and letters from a to f',
    judge: (typed) =>
      /^[\da-f]{64}$/i.test(typed)
        ? { value: typed.toLowerCase() }
        : {
            wrong:
              'An audience tag has 64 characters, digits and the letters a to f. The application shows it under Basic information.',
          },
  },
  DESK_EMAILS: {
    question: 'The email addresses that may open the desk, separated by commas',
    judge: (typed) => list(typed, oneEmail),
  },
  MAIL_TO: { question: 'The address that is told of a new enquiry', judge: oneEmail },
  MAIL_FROM: {
    question: 'The address those mails come from, on a subdomain of yours, like site@mail.my-practice.co.uk',
    judge: oneEmail,
  },
} as const satisfies Record<string, AskedSetting>;

export type AskedName = keyof typeof askedSettings;

/** The value of any setting as the site takes it; the Worker takes the usual value in place of most that it cannot read. */
export function judgeSetting(name: string, typed: string): Judged {
  const trimmed = typed.trim();
  if (Object.hasOwn(askedSettings, name)) return askedSettings[name as AskedName].judge(trimmed);
  if (/^(SIGN_IN_ORIGINS|EXPORT_TOKENS)$/.test(name) && /^(none)?$/.test(trimmed)) return { value: 'none' };
  if (name === 'SIGN_IN_ORIGINS') return list(trimmed, signInOrigin);
  if (name === 'EXPORT_TOKENS') return list(trimmed, tokenId);
  if (/^KEEP_|^REMIND_AFTER$/.test(name) && !/^[1-9]\d{0,3}$/.test(trimmed))
    return { wrong: `${name} is a whole number, like 6.` };
  return { value: trimmed };
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
function list(typed: string, judge: (one: string) => Judged): Judged {
  const parts = typed.split(/[,;\s]+/).filter(Boolean);
  if (parts.length === 0) return judge('');
  const judged = parts.map(judge);
  const values = judged.flatMap((one) => ('value' in one ? [one.value] : []));
  return judged.find((one) => 'wrong' in one) ?? { value: values.join(', ') };
}

function signInOrigin(one: string): Judged {
  return origin(one, 'The address of a sign-in service');
}

function tokenId(one: string): Judged {
  return /^[\w-]+\.access$/.test(one)
    ? { value: one }
    : { wrong: `A service token's client id ends in .access: ${one} does not.` };
}

/** A team's name alone, or the address of its sign-in page as a browser shows it. */
function teamIn(typed: string): string {
  if (/^[\w-]+$/.test(typed)) return `${typed}.cloudflareaccess.com`;
  return typed.replace(/\/cdn-cgi\/.*$/s, '');
}

/** Scheme and host: people leave the first out, and put a slash after the second. */
function origin(typed: string, what: string): Judged {
  const address = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`;
  const unreadable = { wrong: `${what} cannot be read. It looks like https://name.co.uk.` };
  if (!URL.canParse(address) || /[@"'\s]/.test(typed)) return unreadable;
  const { protocol, hostname, pathname, search, hash, origin: plain } = new URL(address);
  const here = local.test(hostname);
  if (pathname !== '/' || search || hash) return { wrong: `${what} has no path: only ${plain}.` };
  if (protocol !== 'https:' && !(here && protocol === 'http:'))
    return { wrong: `${what} begins with https://.` };
  if (!here && !/^([a-z\d-]{1,63}\.)+[a-z\d-]{2,63}$/i.test(hostname)) return unreadable;
  return { value: plain };
}

function oneEmail(typed: string): Judged {
  return email.test(typed)
    ? { value: typed }
    : { wrong: `That is no email address as it stands: ${typed || 'nothing was typed'}.` };
}
