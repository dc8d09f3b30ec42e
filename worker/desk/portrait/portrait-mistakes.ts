import { tooLong } from '../../../pages/content/fact-forms/read-line.ts';
import { bytesOf } from '../../../pages/content/facts.ts';
import { notAFact } from '../../../pages/content/not-a-fact.ts';
import type { BodyTrouble } from '../../http/arrived-body.ts';
import { guardMistake } from '../practice/guard-mistake.ts';
import { isCutOff } from './cut-off.ts';
import { isHeic, readPictureHeader } from './picture-header.ts';

/** Of the form with the photo. */
export const mostBytes = 8_000_000;

export const photoTroubles = {
  'too-long': 'The photo has more than 8 megabytes. Choose a smaller one',
  'cut-off': 'Only a part of the photo arrived. Choose it again',
} as const satisfies Record<BodyTrouble, string>;

export const brokenPhoto =
  'The file is broken: not all of the photo is in it. Save it anew from where you have it, or choose another one';

/** More than any phone makes, and as much as unpacks within a Worker's means elsewhere. */
const mostPixels = 50_000_000;
/** Cloudflare's own limit. */
const longestSide = 12_000;
const fewest = 200;
const longestAlt = 120;

/** What is wrong with a photo, by its first bytes. */
export function photoMistake(photo: Uint8Array): string | undefined {
  if (photo.length === 0) return 'Choose a photo';
  if (isHeic(photo))
    return 'This is an iPhone photo of the kind HEIC, which few browsers can show. Send it to yourself by email or save it as JPEG, and choose that one';
  if (isCutOff(photo)) return brokenPhoto;
  const header = readPictureHeader(photo);
  if (!header) return 'This is no photo of the kind JPEG, PNG or WebP. Choose another one';
  const { width, height } = header;
  if (width * height > mostPixels || Math.max(width, height) > longestSide)
    return 'The photo has too many pixels. Choose one of at most 50 megapixels, and 12,000 pixels on a side';
  if (Math.min(width, height) < fewest)
    return `The photo is too small. Choose one of at least ${fewest} pixels on each side`;
  if (width > 2 * height || height > 2 * width)
    return 'The photo is too long or too wide. Crop it, so that no side is more than twice the other';
  return undefined;
}

/** What is wrong with the words for those who cannot see the photo. They are as public as any other. */
export async function altMistake(alt: string): Promise<string | undefined> {
  if (alt === '') return 'Say in a few words what the photo shows';
  if (bytesOf(alt) > longestAlt) return tooLong(alt, longestAlt);
  const standIn = notAFact(alt, 'photo');
  if (standIn !== undefined) return `“${standIn}” says nothing about the photo`;
  return guardMistake(alt, 'own name');
}
