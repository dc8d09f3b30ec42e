import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

// What a file changes of the environment must not reach the next one, which runs in the same process. And a practice's own
// site.json is no business of its tests.

process.env.SITE_FILE ??= join(tmpdir(), 'no-such-site.json');
const before = { ...process.env };
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
