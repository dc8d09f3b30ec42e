import * as z from 'zod/mini';
import { href, paths } from '../paths.ts';
import { promiseNames } from './promises.ts';

/** What the practice tells the public about itself. Every fact has a form of its own, so that none can make a claim. */

/** How the professional bodies that a person is likely to name call themselves. */
export const registers = {
  bacc: 'British Acupuncture Council',
  aacp: 'Acupuncture Association of Chartered Physiotherapists',
  bmas: 'British Medical Acupuncture Society',
  hcpc: 'Health and Care Professions Council',
  gmc: 'General Medical Council',
  nmc: 'Nursing and Midwifery Council',
  gosc: 'General Osteopathic Council',
  gcc: 'General Chiropractic Council',
  atcm: 'Association of Traditional Chinese Medicine and Acupuncture UK',
  acupuncturesociety: 'Acupuncture Society',
  other: 'Another register',
} as const;

/** Under what personal data may leave the UK, and in one line what that is. */
export const safeguards = {
  bridge: {
    words: 'the UK Extension to the EU-US Data Privacy Framework',
    hint: 'The “data bridge”. Cloudflare has certified itself, and the certificate is still listed on dataprivacyframework.gov.',
  },
  addendum: {
    words: 'the UK Addendum to the EU’s standard contractual clauses',
    hint: 'Part of Cloudflare’s data processing agreement: you have it when you have accepted that.',
  },
  idta: {
    words: 'the International Data Transfer Agreement',
    hint: 'The Information Commissioner’s own contract. You have it only if you and Cloudflare have signed it.',
  },
} as const;

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A time of day in London, as 09:00. */
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** Its length is counted as the deploy's copy counts it, which has to fit into a variable: in bytes of JSON. */
const line = (most: number) =>
  z.string().check(
    z.minLength(1),
    z.refine((text) => bytesOf(text) <= most, 'too long'),
  );
const keyOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) =>
  z.enum(Object.keys(record) as [Key, ...Key[]]);

/** How long a text is as JSON in UTF-8. */
export function bytesOf(text: string): number {
  return jsonBytes(text) - 2;
}

export function jsonBytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** ZA123456, an older Z1234567, whose last sign may be an X, A1234567, or digits alone: seven, eight, or eleven with 000. */
export const icoShape = /^(?:Z[ABC]\d{6}|Z\d{6}[\dX]|A\d{7}|\d{7,8}|000\d{8})$/;

/** With a break in the middle of the day there are two. */
export const mostStretches = 3;
const stretch = z.object({ from: time, to: time });
const day = z.union([
  z.enum(['closed', 'by appointment']),
  z.array(stretch).check(z.minLength(1), z.maxLength(mostStretches)),
]);
const minutes = z.int().check(z.gte(5), z.lte(480));
const price = z.object({
  /** What it is for; the guard reads it. */
  what: line(80),
  /** Left out of what takes no time, such as a voucher. */
  minutes: z.optional(minutes),
  /** The longest it takes, when that differs. */
  upTo: z.optional(minutes),
  pounds: z.number().check(z.gte(0), z.lte(2000)),
  /** Some pay more. */
  from: z.optional(z.literal(true)),
});
/** Some are in two or three registers. */
export const mostRegisters = 3;
/** Of all of them together, as JSON. */
export const mostRegisterBytes = 300;
/** In words; the guard reads them. */
const visits = line(60);
const clinic = z.object({
  street: line(120),
  town: line(60),
  postcode: line(10),
  visits: z.optional(visits),
});
export const mostPrices = 12;
/** Of all prices together, as JSON: what a deploy takes along has little room. */
export const mostPriceBytes = 1080;

const factsShape = {
  name: line(80),
  practitioner: line(80),
  /** Free text; the guard reads it. */
  qualifications: line(240),
  register: z
    .array(z.object({ body: keyOf(registers), other: z.optional(line(100)), number: line(40) }))
    .check(
      z.minLength(1),
      z.maxLength(mostRegisters),
      z.refine((list) => jsonBytes(list) <= mostRegisterBytes, 'too long'),
    ),
  /** A council's registration, or in Wales and Scotland its licence. */
  council: z.union([
    z.object({ kind: z.literal('not asked for') }),
    z.object({ kind: z.enum(['registration', 'licence']), name: line(100), number: line(40) }),
  ]),
  insurer: line(100),
  /** Where the clinic is, or the area of home visits, or both. */
  address: z.union([clinic, z.object({ visits })]),
  openingHours: z.partial(
    z.object({
      monday: day,
      tuesday: day,
      wednesday: day,
      thursday: day,
      friday: day,
      saturday: day,
      sunday: day,
    } satisfies Record<(typeof weekdays)[number], typeof day>),
  ),
  prices: z.array(price).check(
    z.minLength(1),
    z.maxLength(mostPrices),
    z.refine((list) => jsonBytes(list) <= mostPriceBytes, 'too long'),
  ),
  /** E.164. */
  phone: line(20),
  email: line(120),
  /** Who answers for the data, as the privacy notice must name them. */
  controller: z.object({ name: line(100), address: line(200) }),
  icoNumber: z.string().check(z.regex(icoShape)),
  transferSafeguard: keyOf(safeguards),
  /** Its bytes are stored beside it, under their hash. */
  portrait: z.object({
    hash: z.string().check(z.regex(/^[\da-f]{64}$/)),
    /** Free text; the guard reads it. */
    alt: line(120),
    width: z.int(),
    height: z.int(),
  }),
  /** Sentences in the first person: those that are how this practitioner works stand on the pages, and no others. */
  promises: z.partialRecord(z.enum(promiseNames), z.enum(['mine', 'off'])),
  /** Only a site on somebody's own computer has it: every page then says that all of this is made up. */
  madeUp: z.literal(true),
};

/** Every fact may still be missing: then it is not shown, or as a blank in a preview. */
export const factsSchema = z.partial(z.object(factsShape));

export type Facts = z.output<typeof factsSchema>;
export type FactName = keyof Facts;
export type Fact<Name extends FactName> = NonNullable<Facts[Name]>;

/** What a fact is called where it is missing, and what it stands under on the page. */
export const factLabels = {
  name: 'name of the practice',
  practitioner: 'practitioner’s full name',
  qualifications: 'qualifications',
  register: 'professional register and number',
  council: 'council registration or licence',
  insurer: 'insurer',
  address: 'clinic address, or area of home visits',
  openingHours: 'opening hours',
  prices: 'prices',
  phone: 'phone number',
  email: 'email address',
  controller: 'name and postal address of whoever answers for the data',
  icoNumber: 'ICO registration number',
  transferSafeguard: 'the safeguard for data outside the UK',
  portrait: 'portrait',
} as const satisfies Record<Exclude<FactName, 'promises' | 'madeUp'>, string>;

/** A site opens without a portrait; all the others the law, a register or a visitor asks for. */
export const requiredFacts = (Object.keys(factLabels) as (keyof typeof factLabels)[]).filter(
  (name) => name !== 'portrait',
);

/** On which page of the desk a fact is typed in. */
export const factGroups = {
  you: ['name', 'practitioner', 'qualifications', 'register', 'council', 'insurer'],
  place: ['address', 'openingHours'],
  prices: ['prices'],
  reach: ['phone', 'email'],
  data: ['controller', 'icoNumber', 'transferSafeguard'],
  promises: ['promises'],
} as const satisfies Record<string, readonly FactName[]>;

/** The address of its field. */
export function factPlace(name: FactName): string {
  const [group = 'you'] =
    Object.entries(factGroups).find(([, names]: [string, readonly FactName[]]) => names.includes(name)) ?? [];
  return `${href(paths.factGroup, { group })}#${name}`;
}
