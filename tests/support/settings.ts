import { env } from 'cloudflare:workers';
import { type Settings, settingsSchema, usualSettings } from '../../pages/content/settings.ts';
import { seeNow } from './practice.ts';

/** As if the practitioner had saved these settings at that moment; in this isolate visitors get them at once. */
export async function withSettings(some: Partial<Settings>, at = new Date()): Promise<void> {
  const content = JSON.stringify(settingsSchema.parse({ ...usualSettings, ...some }));
  await env.DB.prepare("insert into practice_versions (kind, content, at, by) values ('settings', ?, ?, ?)")
    .bind(content, +at, 'practitioner@example.com')
    .run();
  await seeNow();
}
