import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { applyMigrations } from '../../scripts/migrations.ts';
import { root } from '../../scripts/wrangler.ts';

/** Puts an empty, migrated database into a state folder. It is made once for each set of migrations, and copied. */
export async function copyMigratedState(to: string, config: string): Promise<void> {
  const made = join(root, '.wrangler/tests', `migrated-${await versionOf(config)}`);
  const copy = () => cp(join(made, 'v3'), join(to, 'v3'), { recursive: true });
  try {
    return await copy();
  } catch {
    const own = await mkdtemp(`${made}-`);
    await applyMigrations(own, config);
    // Somebody else may have been faster, and made the same.
    await rename(own, made).catch(() => rm(own, { recursive: true, force: true }));
    return copy();
  }
}

async function versionOf(config: string): Promise<string> {
  const folder = join(root, 'migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const files = [...names.map((name) => join(folder, name)), join(root, 'package-lock.json'), config];
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}
