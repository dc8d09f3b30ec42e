import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { asking, d1, type Source } from '../d1.ts';
import { readOptions } from '../options.ts';
import { explain, Stop } from '../stop.ts';
import { root } from '../wrangler.ts';
import { isAsMade, readManifest } from './manifest.ts';
import { openFew, ringFrom } from './open-few.ts';
import { differences, summarise } from './summary.ts';

const usage = `npm run restore-drill -- backups/enquiries-….sql

Restores a backup into a database of its own, compares it with what was counted when it was made, and opens a few
enquiries with the key ring: SEAL_KEYS in the terminal, or else in .dev.vars. It shows nobody's answers.`;

const { values, positionals } = readOptions({
  allowPositionals: true,
  options: { env: { type: 'string', default: join(root, '.dev.vars') } },
});

const scratch = mkdtempSync(join(tmpdir(), 'restore-'));
try {
  const [file] = positionals;
  if (!file) throw new Stop(usage);
  const problems = await drill(file);
  for (const problem of problems) console.error(`FAIL  ${problem}`);
  if (problems.length > 0)
    throw new Stop('\nThis backup could not be relied on. Make another and try again.');
  console.log('\nPASS  This backup can be restored and read.');
} catch (error) {
  explain(error);
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

async function drill(file: string): Promise<string[]> {
  const made = readManifest(file);
  if (!isAsMade(file, made)) return ['The file is not the one that was made: its SHA-256 differs.'];
  const copy = scratchDatabase();
  console.log('Restoring into a database of its own …');
  d1(copy, 'execute', '--yes', '--file', file);
  const restored = summarise(asking(copy), made.highestRow);
  console.log(`${restored.enquiries} enquiries restored, as many as ${made.enquiries} that were counted.`);
  return [...differences(made, restored), ...(await open(copy))];
}

function scratchDatabase(): Source {
  const config = join(scratch, 'wrangler.toml');
  writeFileSync(
    config,
    'name = "restore-drill"\n[[d1_databases]]\nbinding = "DB"\ndatabase_name = "drill"\ndatabase_id = "drill"\n',
  );
  return { where: '--local', config };
}

async function open(copy: Source): Promise<string[]> {
  const pairs = process.env.SEAL_KEYS ?? (existsSync(values.env) ? ringIn(values.env) : '');
  const shut = await openFew(asking(copy), await ringFrom(pairs));
  return shut > 0 ? [`${shut} enquiries do not open: is that the right key ring?`] : [];
}

function ringIn(file: string): string {
  return parseEnv(readFileSync(file, 'utf8')).SEAL_KEYS ?? '';
}
