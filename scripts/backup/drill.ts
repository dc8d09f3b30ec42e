import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { command, readOptions, Stop } from '../command.ts';
import { asking, d1 } from '../d1.ts';
import { openFew } from '../keys/ring.ts';
import { root } from '../wrangler.ts';
import { differences, readManifest, summarise } from './backup-file.ts';

const usage = `npm run restore-drill -- backups/enquiries-….sql

Restores a backup into a database of its own, compares it with what was counted when it was made, and opens a few
enquiries with the key ring: SEAL_KEYS in the terminal, or else in .dev.vars. It shows nobody's answers.`;

const { values, positionals } = readOptions({
  allowPositionals: true,
  options: { env: { type: 'string', default: join(root, '.dev.vars') } },
});

const scratch = mkdtempSync(join(tmpdir(), 'restore-'));
await command(async () => {
  const [file] = positionals;
  if (!file) throw new Stop(usage);
  const problems = await drill(file);
  for (const problem of problems) console.error(`FAIL  ${problem}`);
  if (problems.length > 0)
    throw new Stop('\nThis backup could not be relied on. Make another and try again.');
  console.log('\nPASS  This backup can be restored and read.');
});
rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });

async function drill(file: string): Promise<string[]> {
  const made = readManifest(file);
  const config = join(scratch, 'wrangler.toml');
  writeFileSync(
    config,
    'name = "restore-drill"\n[[d1_databases]]\nbinding = "DB"\ndatabase_name = "drill"\ndatabase_id = "drill"\n',
  );
  const copy = { where: '--local', config } as const;
  console.log('Restoring into a database of its own …');
  d1(copy, 'execute', '--yes', '--file', file);
  const restored = summarise(asking(copy), made.highestRow);
  console.log(`${restored.enquiries} enquiries restored; ${made.enquiries} were counted for the backup.`);
  const own = existsSync(values.env) ? parseEnv(readFileSync(values.env, 'utf8')).SEAL_KEYS : '';
  const shut = await openFew(asking(copy), process.env.SEAL_KEYS ?? own ?? '');
  return [
    ...differences(made, restored),
    ...(shut > 0 ? [`${shut} enquiries do not open: is that the right key ring?`] : []),
  ];
}
