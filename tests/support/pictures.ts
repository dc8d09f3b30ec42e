import { env } from 'cloudflare:workers';
import { crc32, deflateSync } from 'node:zlib';

/** A PNG of that size in two colours, and of noise where there is some. `said` is what its header says instead. */
export function png(width: number, height: number, { noise = 0, said = [width, height] } = {}): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(said[0] ?? 0, 0);
  head.writeUInt32BE(said[1] ?? 0, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3), 200);
  for (let row = 0; row < height; row++) {
    const start = row * (1 + width * 3);
    rows[start] = 0;
    for (let at = 1; at <= width * 3; at++)
      rows[start + at] = 60 + (row * 90) / height + Math.random() * noise;
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND')]);
}

function chunk(name: string, content: Uint8Array = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The same picture in another format. */
export async function converted(picture: Uint8Array, format: 'image/jpeg' | 'image/webp'): Promise<Buffer> {
  const made = await env.IMAGES.input(new Blob([picture]).stream()).output({ format });
  return Buffer.from(await made.response().arrayBuffer());
}

/** A JPEG as a phone writes it: EXIF says where it was taken and how it was held, XMP says by whom. */
export function withMetadata(jpeg: Buffer): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), segment(exif()), segment(xmp), jpeg.subarray(2)]);
}

const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Secret Owner</x:xmpmeta>');

function segment(content: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** Orientation 6 (turn right), the camera, and the latitude. */
function exif(): Buffer {
  const tags = [
    [0x0110, 2, 8, 62],
    [0x0112, 3, 1, 6],
    [0x8825, 4, 1, 70],
  ];
  const file = Buffer.alloc(88);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(tags.length, 8);
  for (const [n, tag] of tags.entries()) writeTag(file, 10 + n * 12, tag);
  file.write('SecretX\0', 62, 'latin1');
  file.writeUInt16LE(1, 70);
  writeTag(file, 72, [1, 2, 2, 'N'.charCodeAt(0)]);
  return Buffer.concat([Buffer.from('Exif\0\0'), file]);
}

function writeTag(file: Buffer, at: number, [tag = 0, type = 0, count = 0, value = 0]: number[]) {
  file.writeUInt16LE(tag, at);
  file.writeUInt16LE(type, at + 2);
  file.writeUInt32LE(count, at + 4);
  file.writeUInt32LE(value, at + 8);
}

/** A WebP file as a program writes it that leaves in who made the picture and where. */
export function webpWithMetadata(webp: Buffer, { width, height }: { width: number; height: number }): Buffer {
  const part = (name: string, content: Buffer) => {
    const head = Buffer.from(`${name}....`);
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const size = Buffer.alloc(10);
  size[0] = 0b1100;
  size.writeUIntLE(width - 1, 4, 3);
  size.writeUIntLE(height - 1, 7, 3);
  const parts = [
    part('VP8X', size),
    webp.subarray(12),
    part('EXIF', exif()),
    part('XMP ', xmp),
    part('odd!', xmp),
  ];
  const file = Buffer.concat([webp.subarray(0, 12), ...parts]);
  file.writeUInt32LE(file.length - 8, 4);
  return file;
}
