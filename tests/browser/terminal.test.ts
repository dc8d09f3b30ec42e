import { expect, test } from 'vitest';
import { onTerminal } from '../support/terminal.ts';

test('Ctrl-D at a question ends a command with a sentence', async () => {
  const program =
    "const { ask } = await import('./scripts/account/terminal.ts'); await ask('First?', (value) => ({ value }));";
  const ended = await onTerminal(process.execPath, ['--input-type=module', '-e', program], process.env, [
    [/First\?.*> $/s, '\u0004'],
  ]);
  expect(ended).toEqual({ status: 130, output: expect.stringContaining('Interrupted') });
});

test('the tests’ terminal is one, passes on what is typed and says how the command ended', async () => {
  const program = `import { ask, isTerminal } from './scripts/account/terminal.ts';
    const judge = (value) => ({ value });
    const first = await ask('First?', judge);
    console.log(isTerminal(), first, await ask('Second?', judge));
    process.exitCode = 3;`;
  const ended = await onTerminal(process.execPath, ['--input-type=module', '-e', program], process.env, [
    [/First\?/, "it's one"],
    [/Second\?/, (shown) => `${shown.length > 0}`],
  ]);
  expect(ended).toEqual({ status: 3, output: expect.stringContaining("true it's one true") });
});
