import { afterAll } from 'vitest';

// What a file changes of the environment must not reach the next one, which runs in the same process.

const before = { ...process.env };
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
