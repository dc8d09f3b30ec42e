import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Stop } from '../stop.ts';
import { root, wrangler } from '../wrangler.ts';
import { accountEnvironment } from './wrangler-on-account.ts';

/** Signs in to Cloudflare by the browser, as wrangler does it. */
export async function spawnLogin(): Promise<void> {
  const child = spawn(process.execPath, ['--no-warnings', wrangler, 'login'], {
    cwd: root,
    env: accountEnvironment(),
    stdio: 'inherit',
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Stop('The sign-in did not succeed. Nothing was changed.');
}
