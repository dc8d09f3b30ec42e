import { Page, Refusal } from '../answers.ts';
import type { Routes } from '../router.ts';
import {
  type Deployment,
  deployVersion,
  liveVersion,
  type Script,
  scriptNamed,
  type Version,
  versionOf,
} from '../script.ts';
import { addVersion } from '../upload.ts';

// Versions and which of them is live: every deploy of a Worker that is there already, and each rollback.

export const versionRoutes = {
  'GET /workers/scripts/:script/versions': ({ account, named, query }) => {
    const items = scriptNamed(account, named('script')).versions.map(listed).reverse();
    return { items: new Page(items, query, 10).result };
  },
  'POST /workers/scripts/:script/versions': async ({ account, named, form }) =>
    described(await addVersion(account, scriptNamed(account, named('script')), await form())),
  'GET /workers/scripts/:script/versions/:version': ({ account, named }) =>
    described(versionOf(scriptNamed(account, named('script')), named('version'))),
  'GET /workers/scripts/:script/deployments': ({ account, named }) => ({
    // The newest first, ten of them.
    deployments: scriptNamed(account, named('script')).deployments.slice(-10).reverse().map(deployed),
  }),
  'POST /workers/scripts/:script/deployments': ({ account, named, query, json }) => {
    const asked = json<{ versions: Deployment['versions']; annotations?: Record<string, string> }>();
    const script = scriptNamed(account, named('script'));
    const [only, second] = asked.versions;
    if (!only || second) throw new Refusal(501, 501, 'The stand-in deploys one version, to everybody.');
    const version = versionOf(script, only.version_id);
    if (query.get('force') !== 'true') refuseOldSecrets(script, version);
    const deployment = deployVersion(script, version, { ...asked.annotations });
    account.engine.changed();
    return deployed(deployment);
  },
} satisfies Routes;

/** Cloudflare goes back to other secrets only when it is forced to; wrangler then asks, and says yes without a terminal. */
function refuseOldSecrets(script: Script, version: Version) {
  const live = liveVersion(script)?.secrets ?? new Map<string, string>();
  // A version newer than the live one is no rollback.
  if (version.number > (liveVersion(script)?.number ?? 0)) return;
  const names = new Set([...live.keys(), ...version.secrets.keys()]);
  const changed = [...names].filter((name) => live.get(name) !== version.secrets.get(name));
  if (changed.length > 0)
    throw new Refusal(
      400,
      10220,
      `You cannot roll back to this version. The following secrets have changed: ${changed.join(', ')}`,
    );
}

function listed({ id, number, created, trigger, metadata }: Version) {
  return {
    id,
    number,
    metadata: {
      created_on: created,
      modified_on: created,
      source: 'wrangler',
      author_id: 'user',
      author_email: 'owner@example.com',
      has_preview: false,
    },
    annotations: { ...metadata.annotations, 'workers/triggered_by': trigger },
  };
}

function described(version: Version) {
  const { metadata, bindings, secrets } = version;
  return {
    ...listed(version),
    startup_time_ms: 5,
    resources: {
      script: { etag: version.id, handlers: ['fetch'], last_deployed_from: 'wrangler' },
      script_runtime: {
        compatibility_date: metadata.compatibility_date,
        compatibility_flags: metadata.compatibility_flags,
        usage_model: 'standard',
      },
      bindings: [...bindings, ...[...secrets.keys()].map((name) => ({ name, type: 'secret_text' }))],
    },
  };
}

function deployed({ id, created, versions, annotations }: Deployment) {
  return {
    id,
    created_on: created,
    source: 'wrangler',
    strategy: 'percentage',
    author_email: 'owner@example.com',
    annotations: { 'workers/triggered_by': 'deployment', ...annotations },
    versions,
  };
}
