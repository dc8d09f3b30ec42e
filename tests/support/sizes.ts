import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The landing page of an advert, headers included, in bytes: as it is, and as Cloudflare compresses on the fly. */
export async function landingSizes(url: string) {
  const answer = await fetch(
    `${url}/?c=fb-nov-a&utm_source=facebook&utm_medium=cpc&utm_campaign=autumn&utm_content=a`,
  );
  const body = Buffer.from(await answer.arrayBuffer());
  const head = [...answer.headers].reduce(
    (bytes, [name, value]) => bytes + name.length + value.length + 4,
    17,
  );
  return {
    raw: body.length,
    headers: head,
    brotli5: head + brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
    gzip6: head + gzipSync(body, { level: 6 }).length,
    html: body.toString(),
  };
}
