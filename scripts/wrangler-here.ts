import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mergedConfig } from './account/merged-config.ts';
import { accountEnvironment } from './account/wrangler-on-account.ts';
import { explain } from './command.ts';
import { root, wrangler } from './wrangler.ts';

// `npm run wrangler -- …`: wrangler about this site, which it knows only from the merged configuration.
try {
  const args = ['--no-warnings', wrangler, ...process.argv.slice(2), '--config', mergedConfig()];
  const child = spawn(process.execPath, args, { cwd: root, env: accountEnvironment(), stdio: 'inherit' });
  const [code] = await once(child, 'close');
  process.exitCode = code ?? 1;
} catch (error) {
  explain(error);
}
