/** Whether a picture ends before its end, as one that was saved in the middle of a download. Some programs show half of it. */
export function isCutOff(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = file.toString('latin1', 0, 16);
  if (start.startsWith('\xff\xd8\xff')) return !file.includes(endOfJpeg, startOfScan(file));
  if (start.startsWith('\x89PNG')) return !file.includes('IEND', 16, 'latin1');
  return /^RIFF.{4}WEBP/s.test(start) && file.readUInt32LE(4) + 8 > file.length;
}

const endOfJpeg = Buffer.from([0xff, 0xd9]);

/** Before the picture itself there may be a small one in the metadata, with an end of its own. */
function startOfScan(file: Buffer): number {
  let at = 2;
  while (at + 4 <= file.length && file[at] === 0xff && file[at + 1] !== 0xda)
    at += file[at + 1] === 0xff ? 1 : 2 + file.readUInt16BE(at + 2);
  return at;
}
