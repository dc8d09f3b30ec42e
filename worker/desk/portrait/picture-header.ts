/** What the first bytes of a picture say. Nothing is unpacked for it: a small file can hold a picture of any size. */
export interface PictureHeader {
  width: number;
  height: number;
}

/** Undefined when it is no JPEG, PNG or WebP, or only the beginning of one. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readers.find(({ magic }) => magic.test(textOf(bytes)))?.read;
  try {
    return read?.(view);
  } catch (error) {
    // It ends before it says its size.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Photos of an iPhone, unless it is asked for others: few browsers can show them. */
export function isHeic(bytes: Uint8Array): boolean {
  return /^....ftyp(hei|hev|mif1|msf1)/s.test(textOf(bytes));
}

function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 16));
}

const readers: { magic: RegExp; read: (view: DataView) => PictureHeader | undefined }[] = [
  { magic: /^\xff\xd8\xff/, read: readJpeg },
  {
    magic: /^\x89PNG.{8}IHDR/s,
    read: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  },
  { magic: /^RIFF....WEBPVP8 /s, read: (view) => ({ width: low14(view, 26), height: low14(view, 28) }) },
  { magic: /^RIFF....WEBPVP8L/s, read: readLossless },
  {
    magic: /^RIFF....WEBPVP8X/s,
    read: (view) => ({ width: low24(view, 24) + 1, height: low24(view, 27) + 1 }),
  },
];

/** A JPEG is a row of segments; the one that says the size comes before the picture itself. */
function readJpeg(view: DataView): PictureHeader | undefined {
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Fill bytes.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // The picture itself, or its end: there was no size.
    else if (marker === 0xda || marker === 0xd9) return undefined;
    else at += 2 + view.getUint16(at + 2);
  }
}

/** Of the markers from C0 to CF three are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function readLossless(view: DataView): PictureHeader {
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

function low14(view: DataView, at: number): number {
  return view.getUint16(at, true) & 0x3fff;
}

function low24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
}
