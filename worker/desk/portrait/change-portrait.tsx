import type { Context } from 'hono';
import {
  justSaved,
  PortraitPage,
  portraitSeen,
  type TypedPortrait,
} from '../../../pages/desk/portrait/portrait-page.tsx';
import { paths } from '../../../pages/paths.ts';
import { plainLine } from '../../../pages/typed-text.ts';
import type { AppEnv } from '../../http/app-env.ts';
import { readUpload } from '../../http/arrived-upload.ts';
import { cleanText, readBody, textIn, typedIn } from '../../http/read-body.ts';
import { readDraft, saveDraft } from '../../practice/draft.ts';
import { readLatest } from '../../practice/versions.ts';
import { altMistake, mostBytes, photoMistake, photoTroubles } from './portrait-mistakes.ts';
import { storePhoto } from './store-photo.ts';

export function showPortraitForm(c: Context<AppEnv>) {
  return render(c);
}

export async function changePortrait(c: Context<AppEnv>) {
  const { fields, file, trouble } = await readUpload(c.req.raw, mostBytes);
  const alt = plainLine(cleanText(typedIn(fields, 'alt').join(' ')));
  const draft = await readDraft(c.var.database);
  const before = draft.facts.portrait;
  if (trouble) return again(c, 422, { alt, mistakes: { photo: photoTroubles[trouble] } });
  if (textIn(fields, 'seen') !== portraitSeen(before)) return again(c, 409, { alt, isStale: true });
  const sameOne = file.length === 0 ? before : undefined;
  const mistakes = { photo: sameOne ? undefined : photoMistake(file), alt: await altMistake(alt) };
  const hadPhoto = file.length > 0;
  if (mistakes.photo || mistakes.alt) return again(c, 422, { alt, mistakes, hadPhoto });
  const photo = sameOne ?? (await storePhoto(c, file));
  if ('mistake' in photo) return again(c, 422, { alt, mistakes: { photo: photo.mistake } });
  const { hash, width, height } = photo;
  const facts = { ...draft.facts, portrait: { hash, alt, width, height } };
  const isSaved = await saveDraft(c.var.database, draft, { facts, by: c.var.practitioner, at: new Date() });
  return isSaved
    ? c.redirect(`${paths.portraitForm}?${justSaved}`, 303)
    : again(c, 409, { alt, isStale: true });
}

/** Takes the photo out of the draft. Its bytes stay, as versions may have it. */
export async function removePortrait(c: Context<AppEnv>) {
  const fields = await readBody(c.req.raw);
  const draft = await readDraft(c.var.database);
  const { portrait, ...facts } = draft.facts;
  if (textIn(fields, 'seen') !== portraitSeen(portrait)) return again(c, 409, { isStale: true });
  const isSaved = await saveDraft(c.var.database, draft, { facts, by: c.var.practitioner, at: new Date() });
  return isSaved ? c.redirect(`${paths.portraitForm}?${justSaved}`, 303) : again(c, 409, { isStale: true });
}

/** The form once more, with the portrait as it is now and the words that were typed. */
async function again(c: Context<AppEnv>, status: 409 | 422, typed: TypedPortrait) {
  c.status(status);
  return render(c, typed);
}

async function render(c: Context<AppEnv>, typed: TypedPortrait = {}) {
  const { facts } = await readDraft(c.var.database);
  const { facts: published } = await readLatest(c.var.database);
  return c.render(
    <PortraitPage
      portrait={facts.portrait}
      published={published?.content.portrait}
      typed={typed}
      isSaved={c.req.method === 'GET' && c.req.query(justSaved) !== undefined}
    />,
  );
}
