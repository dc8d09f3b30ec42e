import { afterEach, expect, test } from 'vitest';
import { type Account, expectSetUp, newAccount, typed } from '../support/setting-up.ts';
import { type Typing, whicheverIsAsked } from '../support/terminal.ts';

// `npm run setup` on a terminal, with every answer of Cloudflare lost in turn, and interrupted at every step.

let account: Account;
afterEach(() => account?.stop());

const type = (typing: Typing) => account.type('setup.ts', typing);

/** Again and again, until it is done: a person would not try more often than that. */
async function untilDone(): Promise<void> {
  for (let times = 0; times < 3; times++) {
    const { status, output } = await type(whicheverIsAsked(typed));
    expect(output).not.toMatch(/^\s+at /m);
    if (status === 0) return;
  }
  throw new Error('three runs were not enough');
}

async function callsOfOneRun(): Promise<number> {
  account = await newAccount();
  await untilDone();
  await expectSetUp(account);
  const calls = account.cloudflare.log.length;
  await account.stop();
  return calls;
}

test('whichever answer is lost, no key is unknown and nothing exists twice', async () => {
  const calls = await callsOfOneRun();
  expect(calls).toBeGreaterThan(12);
  for (let call = 1; call <= calls; call++) {
    account = await newAccount();
    let seen = 0;
    account.cloudflare.loseAnswer(() => ++seen === call);
    await untilDone();
    await expectSetUp(account);
    await account.stop();
  }
});

test('wherever it is interrupted, no key is unknown and nothing exists twice', async () => {
  for (let step = 1; ; step++) {
    account = await newAccount();
    const { status, output } = await type(interruptedAt(step));
    if (status === 0) break;
    expect([step, status, output]).toEqual([step, 130, expect.any(String)]);
    expect(output).not.toMatch(/^\s+at /m);
    await untilDone();
    await expectSetUp(account);
    await account.stop();
  }
});

/** Ctrl-C at the n-th thing that happens: a command that runs, or a key that is shown. */
function interruptedAt(step: number): Typing {
  const person = whicheverIsAsked(typed);
  let seen = 0;
  return {
    answer(fresh, shown) {
      const happens = /^ {2}wrangler .*\n$/m.test(fresh) || /last six characters.*> $/s.test(fresh);
      if (happens && ++seen === step) return '\u0003';
      return person.answer(fresh, shown);
    },
    waiting: person.waiting,
  };
}
