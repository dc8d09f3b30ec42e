import { Refusal } from '../answers.ts';
import type { Routes } from '../router.ts';
import { deployVersion, newestVersion, newScript, type Script, scriptNamed } from '../script.ts';
import { addVersion } from '../upload.ts';
import { secretNames } from './secrets.ts';

// Workers: the whole script in one PUT (its first deploy, and the empty draft that `secret put` makes), what is known
// of it, and its end. Later deploys come through `versions.ts`.

export const scriptRoutes = {
  'PUT /workers/scripts/:script': async ({ account, named, form }) => {
    const name = named('script');
    const script = account.scripts.get(name) ?? newScript(name);
    const version = await addVersion(account, script, await form());
    account.scripts.set(name, script);
    deployVersion(script, version, { 'workers/triggered_by': 'upload' });
    account.engine.changed();
    return {
      id: name,
      tag: script.tag,
      etag: version.id,
      handlers: ['fetch'],
      startup_time_ms: 5,
      // Here, and only here, the version's id has no hyphens.
      deployment_id: version.id.replaceAll('-', ''),
    };
  },
  'GET /workers/services/:script': ({ account, named }) => {
    const script = account.scripts.get(named('script'));
    if (!script) throw new Refusal(404, 10090, 'workers.api.error.service_not_found');
    return {
      id: script.name,
      created_on: script.created,
      default_environment: {
        environment: 'production',
        created_on: script.created,
        script: {
          id: script.name,
          tag: script.tag,
          tags: script.settings.tags,
          last_deployed_from: 'wrangler',
        },
      },
    };
  },
  'DELETE /workers/services/:script': ({ account, named }) => {
    const { name } = scriptNamed(account, named('script'));
    account.scripts.delete(name);
    for (const queue of account.queues)
      queue.consumers = queue.consumers.filter(({ script }) => script !== name);
    account.domains = account.domains.filter(({ service }) => service !== name);
    account.engine.changed();
    return null;
  },
  'GET /workers/workers/:script': ({ account, named }) => {
    const { name, tag, subdomain } = scriptNamed(account, named('script'));
    return { id: tag, name, subdomain: { ...subdomain, ...address(account.subdomain, name) } };
  },
  'GET /workers/scripts/:script/settings': ({ account, named }) => {
    const script = scriptNamed(account, named('script'));
    return { bindings: listedBindings(script), ...script.settings };
  },
  'PATCH /workers/scripts/:script/script-settings': ({ account, named, json }) =>
    Object.assign(scriptNamed(account, named('script')).settings, json<object>()),
  'POST /workers/scripts/:script/subdomain': ({ account, named, json }) =>
    Object.assign(scriptNamed(account, named('script')).subdomain, json<object>()),
  // What `wrangler delete` looks at first.
  'GET /workers/scripts/:script/references': ({ account, named }) => {
    scriptNamed(account, named('script'));
    return { services: { incoming: [], outgoing: [], pages_function: false }, durable_objects: [] };
  },
  'GET /workers/tails/by-consumer/:script': () => [],
  'GET /storage/kv/namespaces': () => [],
} satisfies Routes;

/** Everything a version is bound to, secrets by name. */
export function listedBindings(script: Script): object[] {
  const secrets = secretNames(script).map((name) => ({ name, type: 'secret_text' }));
  return [...(newestVersion(script)?.bindings ?? []), ...secrets];
}

function address(subdomain: string | null, name: string) {
  if (!subdomain) return {};
  return { url: `https://${name}.${subdomain}.workers.dev`, preview_url_suffix: `${subdomain}.workers.dev` };
}
