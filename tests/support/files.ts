import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of every file below a folder whose name fits, one after the other. */
export async function bytesUnder(folder: string, name: RegExp): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && name.test(entry.name));
  return Buffer.concat(await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name)))));
}
