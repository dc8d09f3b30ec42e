const rowsAtOnce = 500;

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
      return insertOne(DB, await request.text());
    } else if (route === 'PUT /lines') await insertLines(DB, await request.text());
    else if (route === 'POST /desk/exports') return new Response(streamOf(lines(DB)));
    return new Response();
  },
} satisfies ExportedHandler<{ DB: D1Database; LIMIT?: RateLimit }>;

const html = { headers: { 'Content-Type': 'text/html; charset=UTF-8' } };

async function insertOne(database: D1Database, text: string): Promise<Response> {
  await database.prepare('insert into rows (line) values (?)').bind(text).run();
  return new Response(null, { status: 303, headers: { Location: '/sent' } });
}

async function insertLines(database: D1Database, json: string): Promise<void> {
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

async function* lines(database: D1Database): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  const select = database.prepare('select row, line from rows where row > ? order by row limit ?');
  for (let last = 0; ; ) {
    const { results } = await select.bind(last, rowsAtOnce).all<{ row: number; line: string }>();
    if (results.length > 0) yield encoder.encode(results.map(({ line }) => line).join(''));
    last = results.at(-1)?.row ?? 0;
    if (results.length < rowsAtOnce) return;
  }
}
