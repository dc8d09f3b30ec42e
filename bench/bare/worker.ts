const rowsAtOnce = 500;

interface Bindings {
  DB: D1Database;
  /** Only where the bare Worker also does what the site cannot leave out. */
  LIMIT?: RateLimit;
}

let page = '';

/** A page as one string, one insert, and rows streamed as they are: the least that a Worker can do. */
export default {
  async fetch(request, { DB, LIMIT }): Promise<Response> {
    const { pathname } = new URL(request.url);
    const route = `${request.method} ${pathname}`;
    if (route === 'GET /') return new Response(page, html);
    if (route === 'PUT /') page = await request.text();
    else if (route === 'PUT /table') await DB.exec('create table rows (row integer primary key, line text)');
    else if (route === 'POST /enquiry') {
      await LIMIT?.limit({ key: request.headers.get('CF-Connecting-IP') ?? '' });
      if (LIMIT) console.log('{"event":"stored"}');
      return insertOne(DB, await request.text());
    } else if (route === 'PUT /lines') await insertLines(DB, await request.json(), LIMIT ? seal : asItIs);
    else if (route === 'POST /desk/exports') return new Response(streamOf(lines(DB, LIMIT ? open : asItIs)));
    return new Response();
  },
} satisfies ExportedHandler<Bindings>;

const html = { headers: { 'Content-Type': 'text/html; charset=UTF-8' } };

async function insertOne(database: D1Database, text: string): Promise<Response> {
  await database.prepare('insert into rows (line) values (?)').bind(text).run();
  return new Response(null, { status: 303, headers: { Location: '/sent' } });
}

/** What is done to a line on its way in or out. */
type Treatment = (line: string) => string | Promise<string>;

const asItIs: Treatment = (line) => line;

async function insertLines(database: D1Database, lines: string[], treat: Treatment): Promise<void> {
  const json = JSON.stringify(await Promise.all(lines.map(treat)));
  await database.prepare('insert into rows (line) select value from json_each(?)').bind(json).run();
}

function streamOf(parts: AsyncGenerator<Uint8Array, void>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function* lines(database: D1Database, treat: Treatment): AsyncGenerator<Uint8Array, void> {
  const select = database.prepare('select row, line from rows where row > ? order by row limit ?');
  for (let last = 0; ; ) {
    const { results } = await select.bind(last, rowsAtOnce).all<{ row: number; line: string }>();
    const treated = await Promise.all(results.map(({ line }) => treat(line)));
    if (treated.length > 0) yield encoder.encode(treated.join(''));
    last = results.at(-1)?.row ?? 0;
    if (results.length < rowsAtOnce) return;
  }
}

const key = crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, ['encrypt', 'decrypt']);
// The same each time, which nobody may do whose lines are worth something.
const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) };

async function seal(line: string): Promise<string> {
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, await key, encoder.encode(line)));
  return btoa(String.fromCharCode(...sealed));
}

async function open(line: string): Promise<string> {
  const sealed = Uint8Array.from(atob(line), (letter) => letter.charCodeAt(0));
  return decoder.decode(await crypto.subtle.decrypt(algorithm, await key, sealed));
}
