/** Whatever is posted becomes a row. */
export default {
  async fetch(request, { DB }) {
    await DB.prepare('insert into enquiries (line) values (?)')
      .bind(await request.text())
      .run();
    return new Response(null, { status: 303, headers: { Location: '/sent' } });
  },
} satisfies ExportedHandler<{ DB: D1Database }>;
