import { within } from '../../deadline.ts';
import { type PictureHeader, readPictureHeader } from './picture-header.ts';
import { withoutMetadata } from './without-metadata.ts';

/** In bytes: at most what the page of an advert weighs again and a half. */
const most = 20_000;
/** In pixels and percent; each try is smaller than the one before. The page shows a photo at half of 480. */
const tries = [
  { width: 480, quality: 80 },
  { width: 480, quality: 60 },
  { width: 400, quality: 60 },
  { width: 320, quality: 60 },
  { width: 240, quality: 50 },
];

export interface MadePortrait extends PictureHeader {
  bytes: Uint8Array<ArrayBuffer>;
}

/** The photo as pages show it; undefined when it cannot be made so small. Rejects when it is no picture after all. */
export async function makePortrait(
  images: ImagesBinding,
  photo: Uint8Array,
): Promise<MadePortrait | undefined> {
  for (const { width, quality } of tries) {
    const converted = images
      .input(new Blob([photo]).stream())
      .transform({ width, fit: 'scale-down' })
      .output({ format: 'image/webp', quality, anim: false });
    const answer = (await within(20_000, converted)).response();
    const bytes = withoutMetadata(new Uint8Array(await answer.arrayBuffer()));
    const header = bytes && readPictureHeader(bytes);
    if (!header) throw new Error('what came back is no WebP picture');
    if (bytes.length <= most) return { ...header, bytes };
  }
  return undefined;
}
