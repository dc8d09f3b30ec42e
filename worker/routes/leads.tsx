import type { Context } from 'hono';
import { londonDay, startOfLondonDay } from '../../pages/london-time.ts';
import { leadsCsv } from '../enquiry/leads.ts';
import { countEnquiries } from '../enquiry/list.ts';
import { readBody } from '../enquiry/read-form.ts';
import { keysOf } from '../keys.ts';
import type { Site } from '../site.ts';
import { inbox } from './desk.tsx';

/** Every enquiry as CSV, or those since the start of a day in London. */
export async function sendLeads(c: Context<Site>) {
  const day = (await readBody(c.req.raw)).get('since');
  const typed = typeof day === 'string' ? day : '';
  const since = startOfLondonDay(typed);
  if (typed && !since)
    return inbox(c, 422, typed, 'Enter a day like 2026-11-23, or leave it empty for every enquiry');

  const { ring } = await keysOf(c.env);
  const { rows, highestRow } = await countEnquiries(c.env.DB, { folder: 'inbox', since });
  const name = `leads-${londonDay(new Date())}-${rows}-rows.csv`;
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return c.body(leadsCsv(c.env.DB, ring, { folder: 'inbox', since, highestRow }, rows));
}
