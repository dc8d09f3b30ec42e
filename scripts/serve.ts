import { createServer } from 'node:net';
import { join } from 'node:path';
import { explain, readOptions, Stop } from './command.ts';
import { fillDemo } from './demo/fill.ts';
import { seedSite } from './made-up-practice.ts';
import { applyMigrations } from './migrations.ts';
import { addMissingSecrets } from './secrets.ts';
import { startSite } from './site.ts';
import { root } from './wrangler.ts';

const usage = `npm start                 the site of a made-up practice, on this computer only: http://localhost:8787
npm start -- --blank      as a new practice finds it: shut, and with no facts
npm run demo              with made-up enquiries at the desk

Each has a database of its own. PORT=9000 npm start uses another port.`;

const { values } = readOptions({
  options: {
    demo: { type: 'boolean', default: false },
    blank: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) console.log(usage);
else await serve(values).catch(explain);

async function serve({ demo, blank }: { demo: boolean; blank: boolean }): Promise<void> {
  if (demo && blank) throw new Stop(usage);
  const port = portFrom(process.env.PORT ?? '8787');
  await assertFree(port, demo ? 'npm run demo' : `npm start${blank ? ' -- --blank' : ''}`);

  // These two have their keys beside their database: one folder to delete, and no made-up row under the real keys.
  const own = demo ? '.wrangler/demo' : blank && '.wrangler/blank';
  const state = join(root, own || '.wrangler/state');
  const envFile = own ? join(state, 'dev.vars') : join(root, '.dev.vars');
  addMissingSecrets(envFile);
  await applyMigrations(state);
  if (demo) await fillDemo(state, envFile);
  else if (!blank) await seedSite(state, envFile);

  const site = await startSite({ state, envFile, port, print: (text) => process.stdout.write(text) });
  const signalled = new Promise<'signalled'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve('signalled'));
  });
  console.log(`\n  The page   ${site.url}/\n  The desk   ${site.url}/desk\n\n  Ctrl-C stops it.\n`);
  console.log(
    `  ${blank ? 'Nothing is filled in, and visitors read that it opens soon' : whatIsMadeUp(demo)}.`,
  );
  console.log(`  To start afresh, delete ${own || '.wrangler/state'}.\n`);

  const end = await Promise.race([signalled, site.ended]);
  await site.stop();
  if (end !== 'signalled') throw new Stop('The site stopped by itself. What it printed last is above.');
}

function whatIsMadeUp(demo: boolean): string {
  const what = demo ? 'The practice and everybody who wrote to it are' : 'The practice is';
  return `${what} made up, and on this computer only. As a new practice finds it: npm start -- --blank`;
}

function portFrom(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Stop(`PORT must be a number from 1 to 65535, not "${text}".`);
}

/** Wrangler would quietly take another port. */
async function assertFree(port: number, command: string): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await new Promise<string | undefined>((resolve) => {
      const server = createServer();
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
      server.listen({ port, host }, () => server.close(() => resolve(undefined)));
    });
    if (code !== 'EADDRINUSE' && code !== 'EACCES') continue;
    const why = code === 'EACCES' ? 'needs an administrator' : 'is in use';
    throw new Stop(`Port ${port} ${why}. Take another: PORT=${port === 8788 ? 8789 : 8788} ${command}`);
  }
}
