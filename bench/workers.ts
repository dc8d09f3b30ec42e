import { join } from 'node:path';
import { root } from '../scripts/wrangler.ts';
import { checkOut, startBare, startSite } from './site.ts';
import type { Running } from './workerd.ts';

/** What the measures ask for. Each Worker is started once, when it is first asked for. */
export type Workers = ReturnType<typeof startWorkers>;

/** `commit` is one whose Worker is loaded as well. */
export function startWorkers(folder: string, commit?: string) {
  const started = new Map<string, Promise<Running>>();
  function once(name: string, start: (folder: string) => Promise<Running>): Promise<Running> {
    const running = started.get(name) ?? start(join(folder, name));
    started.set(name, running);
    return running;
  }
  function siteWith(enquiries: number): Promise<Running> {
    return once(`site-${enquiries}`, (folder) => startSite(root, folder, enquiries));
  }
  return {
    folder,
    commit,
    bare: (name: string) => once(name, (folder) => startBare(name, folder)),
    siteWith,
    /** The site without enquiries, and as it was before when that is to be loaded as well. */
    async sites() {
      const site = await siteWith(0);
      if (!commit) return { site };
      const before = await once('before', async (own) =>
        startSite(await checkOut(commit, join(folder, 'checkout')), own, 0),
      );
      return { site, before };
    },
    async stop() {
      for (const running of started.values()) await (await running).stop();
    },
  };
}
