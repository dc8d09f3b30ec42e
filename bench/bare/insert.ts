/** Whatever is posted becomes a row. */
export default {
  async fetch(request, { DB }) {
    if (request.method === 'PUT')
      await DB.exec('create table enquiries (row integer primary key, line text)');
    else
      await DB.prepare('insert into enquiries (line) values (?)')
        .bind(await request.text())
        .run();
    return new Response(null, { status: 303, headers: { Location: '/sent' } });
  },
} satisfies ExportedHandler<{ DB: D1Database }>;
