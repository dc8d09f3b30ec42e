import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { d1, ownConfig, type Source } from '../d1.ts';
import { explain, Stop } from '../stop.ts';
import { root } from '../wrangler.ts';
import { fileHash, manifestOf } from './manifest.ts';
import { summarise } from './summary.ts';

const usage = `npm run backup -- --remote     a copy of the database on Cloudflare, into backups/
npm run backup -- --local      the same of the one here`;

const { values } = parseArgs({
  options: {
    remote: { type: 'boolean', default: false },
    local: { type: 'boolean', default: false },
    config: { type: 'string', default: ownConfig },
    to: { type: 'string', default: join(root, 'backups') },
  },
});

try {
  if (values.remote === values.local) throw new Stop(usage);
  backUp({ where: values.remote ? '--remote' : '--local', config: values.config }, values.to);
} catch (error) {
  explain(error);
}

function backUp(source: Source, folder: string) {
  console.log('Counting …');
  const summary = summarise(source);
  if (source.where === '--remote')
    console.log(
      'Copying. Meanwhile D1 answers nobody: enquiries wait on the queue, and the desk says to come back.',
    );
  const file = join(folder, `enquiries-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.sql`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  d1(source, 'export', '--output', file);
  writeFileSync(
    manifestOf(file),
    `${JSON.stringify({ ...summary, fileSha256: fileHash(file) }, null, 2)}\n`,
    { mode: 0o600 },
  );
  console.log(`${summary.enquiries} enquiries are in ${relative(root, file)}. Their answers stay sealed:
without the keys in your password manager nobody can read them, also not you.
Now: npm run restore-drill -- ${relative(root, file)}
Delete it when you no longer need it: whoever is erased at the desk is still in it.`);
}
