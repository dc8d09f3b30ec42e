import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import { explain, Stop } from './stop.ts';

const usage = `npm run leads -- https://your-practice.example

  --contacts            how to reach people, and no message
  --since-last          only what came since the last file of this token
  --filter '?stage=new' a part of the list, as in its address at the desk
  --to folder           where the file goes; the repository's folder otherwise, where git ignores it

The service token is read from CF_ACCESS_CLIENT_ID and CF_ACCESS_CLIENT_SECRET.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      contacts: { type: 'boolean', default: false },
      'since-last': { type: 'boolean', default: false },
      filter: { type: 'string', default: '' },
      to: { type: 'string', default: '.' },
    },
  });
  const [site = ''] = positionals;
  if (!URL.canParse(site)) throw new Stop(usage);
  const wanted = new URLSearchParams({ kind: values.contacts ? 'contacts' : 'full', filter: values.filter });
  if (values['since-last']) wanted.set('since', 'last');
  await saveLeads(new URL('/desk/exports', site), wanted, values.to);
} catch (error) {
  explain(error);
}

/** Saves a leads file under its own name, once every row that its name promises has arrived. */
async function saveLeads(address: URL, wanted: URLSearchParams, folder: string): Promise<void> {
  const answer = await ask(address, wanted);
  const [, name, promised] =
    /filename="(leads-[\w-]+-(\d+)-rows\.csv)"/.exec(answer.headers.get('Content-Disposition') ?? '') ?? [];
  if (answer.status !== 200 || !name || !answer.body) throw new Stop(whyNot(address, answer.status));

  const { body } = answer;
  const total = Number(promised);
  const counter = rowCounter(total);
  const hash = createHash('sha256');
  const part = join(folder, `${name}.part`);
  try {
    await pipeline(
      async function* counted() {
        for await (const chunk of body) {
          hash.update(chunk);
          counter.take(chunk);
          yield chunk;
        }
      },
      // Only for whoever runs this: it is full of people.
      createWriteStream(part, { mode: 0o600 }),
    );
    const rows = await counter.end();
    if (rows !== total) throw new Stop(`Rows in the file: ${rows}. Rows that its name promises: ${total}.`);
    await rename(part, join(folder, name));
  } catch (error) {
    await rm(part, { force: true });
    const why = error instanceof Error ? error.message : String(error);
    throw new Stop(`${why}\nThe file did not arrive whole, so nothing of it was kept. Please try again.`);
  }
  console.log(`Rows in ${join(folder, name)}: ${total}.
SHA-256, as in the register at ${address}: ${hash.digest('hex')}`);
}

async function ask(address: URL, wanted: URLSearchParams): Promise<Response> {
  const { CF_ACCESS_CLIENT_ID: id, CF_ACCESS_CLIENT_SECRET: secret } = process.env;
  const token = id && secret && { 'CF-Access-Client-Id': id, 'CF-Access-Client-Secret': secret };
  try {
    return await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: address.origin, ...token },
      body: wanted,
    });
  } catch {
    throw new Stop(`${address.origin} does not answer.`);
  }
}

function whyNot(address: URL, status: number): string {
  if (status === 400) return 'The desk did not understand that. Is the filter as in the address of a list?';
  if ([302, 401, 403].includes(status))
    return `Access did not let this in (${status}). Are CF_ACCESS_CLIENT_ID and CF_ACCESS_CLIENT_SECRET set, is there a "Service Auth" policy for the token, and is its client id in EXPORT_TOKENS?`;
  return `${address} answered with ${status}, and no leads file.`;
}

/** Counts the rows of a leads file as it comes, and says so: a message may have line ends of its own. */
function rowCounter(total: number) {
  let rows = 0;
  const parser = parse({
    bom: true,
    from_line: 2,
    on_record() {
      rows += 1;
      if (rows % 5000 === 0) console.log(`Leads: ${rows} of ${total} …`);
      return null;
    },
  }).resume();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  parser.once('end', () => resolve(rows));
  // Not the parser's own message: it quotes what people wrote.
  parser.once('error', () => reject(new Stop('What came cannot be read as rows.')));
  // Whoever is still sending hears of it at the end.
  promise.catch(() => {});
  return {
    take: (chunk: Uint8Array) => parser.write(chunk),
    end() {
      parser.end();
      return promise;
    },
  };
}
