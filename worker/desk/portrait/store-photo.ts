import type { Context } from 'hono';
import type { AppEnv } from '../../http/app-env.ts';
import { errorCode, log } from '../../log.ts';
import { savePortrait } from '../../practice/portraits.ts';
import { makePortrait } from './make-portrait.ts';

/** Makes a photo ready for pages and stores it; a mistake in words when that does not work. */
export async function storePhoto(
  { env, var: { database, practitioner: by } }: Context<AppEnv>,
  photo: Uint8Array,
) {
  // A site that was deployed without the binding.
  if (!env.IMAGES) return { mistake: notConnected };
  const made = await makePortrait(env.IMAGES, photo).catch((error) => {
    log({ event: 'portrait_failed', code: errorCode(error) });
    return 'failed' as const;
  });
  if (made === 'failed') return { mistake: (await works(env.IMAGES)) ? unreadable : notMade };
  if (!made) return { mistake: tooDetailed };
  const { bytes, width, height } = made;
  return { hash: await savePortrait(database, bytes, { by, at: new Date() }), width, height };
}

/** Whether a photo can be made ready at all: if so, what failed is the photo. */
function works(images: ImagesBinding): Promise<boolean> {
  return makePortrait(images, onePixel).then(
    (made) => made !== undefined,
    () => false,
  );
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const unreadable =
  'The file is broken, or it is no photo inside. Nothing was saved. Save it anew from where you have it, or choose another one';
const notConnected =
  'This site cannot make photos ready. Nothing was saved. Ask whoever looks after the site: the binding IMAGES is missing';
const notMade =
  'The photo could not be made ready, and nothing was saved. Try again in a few minutes, or with another photo. If it goes on, ask whoever looks after the site whether Cloudflare Images work on the account';
const tooDetailed =
  'The photo has too much detail to be made small enough. Choose one with a plain background';
