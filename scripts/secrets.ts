import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseEnv } from 'node:util';

const random = () => randomBytes(32).toString('base64url');

/** What the Worker needs beside wrangler.toml, and how a local value is made. */
const local = {
  SEAL_KEYS: () => `k1:${random()}`,
  ROOT_KEY: random,
  // The person and the audience that [access.dev] signs in.
  DESK_EMAILS: () => 'practitioner@example.com',
  ACCESS_AUD: () => 'local',
  // Locally wrangler prints a mail and saves it in a file.
  MAIL_FROM: () => 'site@example.com',
  SITE_URL: () => `http://localhost:${process.env.PORT ?? 8787}`,
};

export const secretNames = Object.keys(local);

/** Adds to an env file what it lacks; what is there stays, because stored enquiries can only be read with it. */
export function addMissingSecrets(file: string): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const present = parseEnv(text);
  const missing = Object.entries(local).filter(([name]) => !present[name]);
  if (missing.length === 0) return;
  mkdirSync(dirname(file), { recursive: true });
  const lines = missing.map(([name, make]) => `${name}=${make()}\n`);
  appendFileSync(file, `${text && !text.endsWith('\n') ? '\n' : ''}${lines.join('')}`, { mode: 0o600 });
  chmodSync(file, 0o600);
}
