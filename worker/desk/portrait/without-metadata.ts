/** The parts of a WebP file that are the picture: how large it is, its colours, what is see-through, and the pixels. */
const pictureParts = ['VP8X', 'ICCP', 'ALPH', 'VP8 ', 'VP8L'];
/** In the first byte of VP8X: that there is EXIF, and that there is XMP. */
const metadataFlags = 0b1100;

/**
 * The same WebP picture without EXIF, XMP and anything else that is not needed to show it; undefined when it is none.
 * What makes the picture leaves these out already. Where a photo was taken is too much to rest on that.
 */
export function withoutMetadata(webp: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const file = Buffer.from(webp);
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  const parts: Buffer[] = [];
  let hasPixels = false;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    // A part of odd length has one more byte behind it.
    const next = at + 8 + length + (length % 2);
    if (next > file.length) return undefined;
    const part = file.subarray(at, next);
    if (name === 'VP8X') part.writeUInt8(part.readUInt8(8) & ~metadataFlags, 8);
    if (pictureParts.includes(name)) parts.push(part);
    hasPixels ||= name === 'VP8 ' || name === 'VP8L';
    at = next;
  }
  if (!hasPixels) return undefined;
  const head = Buffer.alloc(12, 'RIFF....WEBP', 'latin1');
  head.writeUInt32LE(4 + parts.reduce((sum, { length }) => sum + length, 0), 4);
  return new Uint8Array(Buffer.concat([head, ...parts]));
}
