import { Refusal } from '../answers.ts';
import type { Routes } from '../router.ts';
import { deployVersion, liveVersion, newestVersion, type Script, scriptNamed } from '../script.ts';

// Secrets. Each change makes a new version of the Worker and puts it online, as Cloudflare does.

export const secretRoutes = {
  'GET /workers/scripts/:script/secrets': ({ account, named }) =>
    secretNames(scriptNamed(account, named('script'))).map(listed),
  'PUT /workers/scripts/:script/secrets': ({ account, named, json }) => {
    const { name, text } = json<{ name: string; text: string }>();
    change(scriptNamed(account, named('script')), [[name, text]]);
    account.engine.changed();
    return listed(name);
  },
  'PATCH /workers/scripts/:script/secrets-bulk': ({ account, named, json }) => {
    const { secrets } = json<{ secrets: Record<string, { text: string } | null> }>();
    const script = scriptNamed(account, named('script'));
    change(
      script,
      Object.entries(secrets).map(([name, secret]) => [name, secret?.text ?? null]),
    );
    account.engine.changed();
    return secretNames(script).map(listed);
  },
  'DELETE /workers/scripts/:script/secrets/:name': ({ account, named }) => {
    const script = scriptNamed(account, named('script'));
    const name = decodeURIComponent(named('name'));
    if (!secretNames(script).includes(name))
      throw new Refusal(404, 10056, `Binding named '${name}' not found.`);
    change(script, [[name, null]]);
    account.engine.changed();
    return null;
  },
} satisfies Routes;

/** The names that the newest version has. */
export function secretNames(script: Script): string[] {
  return [...(newestVersion(script)?.secrets.keys() ?? [])].sort();
}

function change(script: Script, changes: [name: string, value: string | null][]) {
  const newest = newestVersion(script);
  if (!newest) throw new Refusal(400, 10222, 'This Worker has no versions.');
  // So it is after a rollback: `secret put` would put the newer version online again.
  if (newest !== liveVersion(script))
    throw new Refusal(400, 10215, "Secret edit failed: the latest version of your Worker isn't deployed.");
  const secrets = new Map(newest.secrets);
  for (const [name, value] of changes)
    if (value === null) secrets.delete(name);
    else secrets.set(name, value);
  const version = {
    ...newest,
    id: crypto.randomUUID(),
    number: newest.number + 1,
    created: new Date().toISOString(),
    trigger: 'secret' as const,
    secrets,
  };
  script.versions.push(version);
  deployVersion(script, version, { 'workers/triggered_by': 'secret' });
}

function listed(name: string) {
  return { name, type: 'secret_text' };
}
