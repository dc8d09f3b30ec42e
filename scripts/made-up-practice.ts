import { type Facts, weekdays } from '../pages/content/facts.ts';
import { promiseNames } from '../pages/content/promises.ts';
import { databaseOf } from '../worker/database/client.ts';
import { readLatest, saveVersion } from '../worker/practice/versions.ts';
import { withLocalSite } from './local-site.ts';

const address = { street: '1 Example Street', town: 'Exampletown', postcode: 'EX1 1EX' };

/** Nobody's practice. The number is one of Ofcom's for drama, and every page says that it is made up. */
export const madeUpPractice: Facts = {
  name: 'Example Acupuncture',
  practitioner: 'Robin Example',
  qualifications: 'BSc (Hons) Acupuncture',
  register: [{ body: 'other', other: 'Example Register of Acupuncturists', number: '000123' }],
  council: { kind: 'registration', name: 'Exampletown Council', number: 'EX/0123' },
  insurer: 'Example Insurance',
  address,
  openingHours: Object.fromEntries(
    weekdays.map((day, place) => [day, place < 5 ? [{ from: '09:00', to: '17:00' }] : 'closed']),
  ),
  prices: [
    { what: 'First consultation', minutes: 60, pounds: 60 },
    { what: 'Session', minutes: 40, pounds: 45 },
    { what: 'Longer session', minutes: 60, pounds: 55 },
  ],
  phone: '+442079460321',
  email: 'hello@practice.example',
  controller: { name: 'Robin Example', address: Object.values(address).join(', ') },
  icoNumber: 'ZA000123',
  transferSafeguard: 'addendum',
  promises: Object.fromEntries(promiseNames.map((name) => [name, 'mine'])),
  madeUp: true,
};

const by = 'practitioner@example.com';

/** Opens a site that nobody has published anything on with the made-up practice. Only a computer's own site ever has it. */
export async function seedPractice({ DB }: Env): Promise<void> {
  const database = databaseOf(DB);
  const { facts, door } = await readLatest(database);
  if (facts || door) return;
  const at = new Date();
  await saveVersion(database, 'facts', { content: madeUpPractice, basis: 0, by, at });
  await saveVersion(database, 'door', { content: { open: true }, basis: 0, by, at });
}

export async function seedSite(state: string, envFile: string, configPath?: string): Promise<void> {
  await withLocalSite(state, envFile, seedPractice, configPath);
}
