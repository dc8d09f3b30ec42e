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
              'An audience tag has 64 characters, digits and the letters a to f. It stands in the application, under Basic information.',
          },
  },
  DESK_EMAILS: {
    question: 'The email addresses that may open the desk, separated by commas',
    judge: emails,
  },
  MAIL_TO: { question: 'The address that is told of a new enquiry', judge: oneEmail },
  MAIL_FROM: {
    question: 'The address those mails come from, on a subdomain of yours, like site@mail.my-practice.co.uk',
    judge: oneEmail,
  },
} as const satisfies Record<string, AskedSetting>;

export type AskedName = keyof typeof askedSettings;

/** The value of any setting as the site takes it; the Worker takes the usual value in place of most that cannot be read. */
export function judgeSetting(name: string, typed: string): Judged {
  const trimmed = typed.trim();
  if (Object.hasOwn(askedSettings, name)) return askedSettings[name as AskedName].judge(trimmed);
  if (name === 'SIGN_IN_ORIGINS')
    return each(trimmed, (one) => origin(one, 'The address of a sign-in service'));
  if (name === 'EXPORT_TOKENS') return each(trimmed, tokenId);
  if (/^KEEP_|^REMIND_AFTER$/.test(name) && !/^[1-9]\d{0,3}$/.test(trimmed))
    return { wrong: `${name} is a whole number, like 6.` };
  return { value: trimmed };
}

/** "none", or a list whose every part is right. */
function each(typed: string, judge: (one: string) => Judged): Judged {
  if (typed === 'none') return { value: typed };
  const judged = typed
    .split(/[,\s]+/)
    .filter(Boolean)
    .map(judge);
  const wrong = judged.find((one) => 'wrong' in one);
  return (
    wrong ?? { value: judged.flatMap((one) => ('value' in one ? [one.value] : [])).join(', ') || 'none' }
  );
}

function tokenId(one: string): Judged {
  return /^[\w-]+\.access$/.test(one)
    ? { value: one }
    : { wrong: `A service token's client id ends in .access: ${one} does not.` };
}

/** A team's name alone, or the address of its sign-in page as it stands in a browser. */
function teamIn(typed: string): string {
  if (/^[\w-]+$/.test(typed)) return `${typed}.cloudflareaccess.com`;
  return typed.replace(/\/cdn-cgi\/.*$/s, '');
}

/** Scheme and host: people leave the first out, and put a slash behind the second. */
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

function emails(typed: string): Judged {
  const list = typed
    .split(/[,;\s]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const bad = list.find((one) => !email.test(one));
  if (bad !== undefined) return { wrong: `That is no email address as it stands: ${bad}.` };
  return list.length > 0 ? { value: list.join(', ') } : { wrong: 'Type at least one address.' };
}
