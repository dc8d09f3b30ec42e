import { env } from 'cloudflare:workers';
import { fixtureFacts } from '../fixtures/practice.ts';

const by = 'practitioner@example.com';

/** As if the practitioner had published these facts and opened the site; in this isolate it is seen at once. */
export async function publishPractice(
  facts: object = fixtureFacts,
  more: { settings?: object; open?: boolean } = {},
) {
  const { settings, open = true } = more;
  const insert = env.DB.prepare('insert into practice_versions (kind, content, at, by) values (?, ?, ?, ?)');
  const rows = Object.entries({ facts, ...(settings && { settings }), door: { open } });
  await env.DB.batch(
    rows.map(([kind, content]) => insert.bind(kind, JSON.stringify(content), Date.now(), by)),
  );
  await seeNow();
}

/** What is in the database is what visitors get from now on. */
export async function seeNow() {
  // The Worker of this test file: modules are loaded anew for each.
  const { refreshPublished } = await import('../../worker/practice/published.ts');
  await refreshPublished(env);
}
