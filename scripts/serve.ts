import { createServer } from 'node:net';
import { join } from 'node:path';
import { explain, Stop } from './command.ts';
import { fillDemo } from './demo/fill.ts';
import { applyMigrations } from './migrations.ts';
import { addMissingSecrets } from './secrets.ts';
import { startSite } from './site.ts';
import { root } from './wrangler.ts';

await serve(process.argv.includes('--demo')).catch(explain);

async function serve(demo: boolean): Promise<void> {
  const port = portFrom(process.env.PORT ?? '8787');
  await assertFree(port, demo ? 'npm run demo' : 'npm start');

  // The demo has its keys beside its database: one folder to delete, and no made-up row under the real keys.
  const state = join(root, demo ? '.wrangler/demo' : '.wrangler/state');
  const envFile = demo ? join(state, 'dev.vars') : join(root, '.dev.vars');
  addMissingSecrets(envFile);
  await applyMigrations(state);
  if (demo) await fillDemo(state, envFile);

  const site = await startSite({ state, envFile, port, print: (text) => process.stdout.write(text) });
  const signalled = new Promise<'signalled'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve('signalled'));
  });
  console.log(`\n  The page   ${site.url}/\n  The desk   ${site.url}/desk\n\n  Ctrl-C stops it.\n`);
  if (demo) console.log('  Everyone in the demo is made up. To start afresh, delete .wrangler/demo.\n');

  const end = await Promise.race([signalled, site.ended]);
  await site.stop();
  if (end !== 'signalled') throw new Stop('The site stopped by itself. What it printed last is above.');
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
