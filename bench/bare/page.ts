let page = new Uint8Array();

/** The page that was put here, as bytes. */
export default {
  async fetch(request) {
    if (request.method === 'PUT') page = new Uint8Array(await request.arrayBuffer());
    return new Response(page, { headers: { 'Content-Type': 'text/html; charset=UTF-8' } });
  },
} satisfies ExportedHandler;
