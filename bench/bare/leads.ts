const rowsAtOnce = 500;
const key = await crypto.subtle.importKey('raw', new Uint8Array(32), 'AES-GCM', false, [
  'encrypt',
  'decrypt',
]);
// The same each time, which nobody may do whose lines are worth something.
const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) };

/** PUT stores so many rows of a line, sealed. POST streams the rows, each opened. */
export default {
  async fetch(request, { DB }) {
    if (request.method === 'POST') return new Response(opened(DB));
    const rows = Number(new URL(request.url).searchParams.get('rows'));
    const sealed = await crypto.subtle.encrypt(algorithm, key, await request.arrayBuffer());
    const numbers = 'with recursive n (i) as (select 1 union all select i + 1 from n where i < ?)';
    const insert = DB.prepare(`${numbers} insert into enquiries (line) select ? from n`);
    await insert.bind(rows, btoa(String.fromCharCode(...new Uint8Array(sealed)))).run();
    return new Response();
  },
} satisfies ExportedHandler<{ DB: D1Database }>;

function opened(database: D1Database): ReadableStream<Uint8Array> {
  const select = database.prepare('select row, line from enquiries where row > ? order by row limit ?');
  let last = 0;
  return new ReadableStream({
    async pull(controller) {
      const { results } = await select.bind(last, rowsAtOnce).all<{ row: number; line: string }>();
      const lines = await Promise.all(results.map(({ line }) => open(line)));
      controller.enqueue(new TextEncoder().encode(lines.join('')));
      if (lines.length < rowsAtOnce) controller.close();
      last = results.at(-1)?.row ?? last;
    },
  });
}

async function open(line: string): Promise<string> {
  const sealed = Uint8Array.from(atob(line), (letter) => letter.charCodeAt(0));
  return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, sealed));
}
