import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBundle } from './bundle.ts';
import { measureDesk } from './desk.ts';
import { measureEnquiry } from './enquiry.ts';
import { measureLanding } from './landing.ts';
import { measureLeads } from './leads.ts';
import { type Measure, verdict } from './measure.ts';
import { measurePaint } from './paint.ts';
import { stopAll } from './workers.ts';

// Times the site against its goals, on loopback, with ports and state of its own. A goal that is missed is reported;
// only a wrong result fails. `npm run bench -- landing enquiry` does these groups alone.

const options = { against: { type: 'string', default: 'HEAD~1' } } as const;
const { values, positionals } = parseArgs({ allowPositionals: true, options });

const groups = {
  landing: measureLanding,
  enquiry: measureEnquiry,
  desk: measureDesk,
  leads: measureLeads,
  paint: measurePaint,
  bundle: () => measureBundle(values.against),
};

const all: Measure[] = [];
try {
  for (const [name, measure] of Object.entries(groups))
    if (positionals.length === 0 || positionals.includes(name)) all.push(...(await measure()));
} finally {
  await stopAll();
}
const table = all.map((measure) => ({ ...measure, goal: verdict(measure) }));
console.table(table);
// A part of the results does not replace the whole.
if (positionals.length === 0) {
  const lines = table.map(({ name, ...found }) => [name, Object.values(found).join(' ')]);
  const text = `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`;
  await writeFile(join(import.meta.dirname, 'results.json'), text);
}
