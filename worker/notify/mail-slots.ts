import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { settings } from '../database/tables.ts';

// The times of the last mails about enquiries, as a list in JSON.
const name = 'enquiry_mails';
const mostMails = 10;
/** So many mails at most in so many milliseconds; what comes after them waits until they are over. */
export const mailStretch = 10 * 60_000;

/** Takes the right to send one mail, where there is something to send. One statement: two at once never take the last. */
export async function takeSlot(database: Database, now: Date, anythingToSend: SQL): Promise<boolean> {
  const at = now.getTime();
  const recent = sql`(select json_group_array(sent.value) from json_each(${settings.value}) as sent
    where sent.value > ${at - mailStretch})`;
  const taken = await database.all(sql`insert into ${settings} (name, value)
    select ${name}, json_array(${at}) where ${anythingToSend}
    on conflict (name) do update set value = json_insert(${recent}, '$[#]', ${at})
      where json_array_length(${recent}) < ${mostMails}
    returning name`);
  return taken.length > 0;
}

/** No mail went out after all. */
export async function giveBackSlot(database: Database, now: Date): Promise<void> {
  const place = sql`(select key from json_each(${settings.value}) as sent where sent.value = ${now.getTime()} limit 1)`;
  await database.run(sql`update ${settings} set value = json_remove(value, '$[' || ${place} || ']')
    where name = ${name} and ${place} is not null`);
}
