import { expect, test } from 'vitest';
import { moves, stageOf } from '../../pages/content/stages.ts';
import { madeUpEnquiries } from '../../scripts/demo/made-up-enquiries.ts';

const now = Date.parse('2026-11-25T10:00Z');
const day = 86_400_000;

test('what was done with the demo’s people comes in order, and nobody waits for weeks', () => {
  for (const { receivedAt, moves: made, folder } of madeUpEnquiries(320, now)) {
    const times = [receivedAt.getTime(), ...made.map(({ at }) => at.getTime()), now];
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const age = (now - receivedAt.getTime()) / day;
    if (folder === 'review') expect([made, age < 60]).toEqual([[], true]);
    else expect(made.length > 0 || age < 2).toBe(true);
    // Answered before booked, booked before attended.
    const reached = made.map(({ name }) => {
      const { answered, booked, attended } = stageOf(moves[name].stage);
      return Number(answered === 'yes') + Number(booked) + Number(attended);
    });
    const last = reached.at(-1) ?? 0;
    expect(reached.slice(0, last)).toEqual([1, 2, 3].slice(0, last));
  }
});
