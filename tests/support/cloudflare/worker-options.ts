import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { V4MiniflareOptions } from 'miniflare';
import type { Account } from './account.ts';
import { mailEntrypoint, mailWorker } from './mailbox.ts';
import { type Binding, liveVersion, type Module, type Script, type Version } from './script.ts';

// How the runtime is to run what is live: the uploaded modules with their bindings, as the upload described them.

type WorkerOptions = Extract<V4MiniflareOptions, { workers: unknown }>['workers'][number];

/** What runs, those with static files first. */
export function liveScripts({ scripts }: Account): { script: Script; version: Version }[] {
  return [...scripts.values()]
    .flatMap((script) => {
      const version = liveVersion(script);
      return version ? [{ script, version }] : [];
    })
    .sort((one, other) => Math.min(other.version.assets.size, 1) - Math.min(one.version.assets.size, 1));
}

export function workerOptions(account: Account, folder: string): Promise<WorkerOptions[]> {
  return Promise.all(
    liveScripts(account).map(({ script, version }) => optionsOf(account, script, version, folder)),
  );
}

async function optionsOf(account: Account, { name }: Script, version: Version, folder: string) {
  const { metadata, modules, bindings } = version;
  const isMain = (module: Module) => module.name === metadata.main_module;
  // The runtime starts with the first module.
  const ordered = [...modules.filter(isMain), ...modules.filter((module) => !isMain(module))];
  const of = (type: string) => bindings.filter((binding) => binding.type === type);
  return {
    name,
    modulesRoot: '/',
    modules: ordered.map(({ name: path, type, content }) => ({
      type: type as 'ESModule',
      path: `/${path}`,
      contents: type === 'ESModule' || type === 'Text' ? content.toString() : new Uint8Array(content),
    })),
    compatibilityDate: metadata.compatibility_date ?? '2021-11-02',
    compatibilityFlags: metadata.compatibility_flags ?? [],
    bindings: {
      ...record(of('plain_text'), ({ text }) => String(text)),
      // It came as JSON.
      ...record(of('json'), ({ json }) => json as string),
      ...Object.fromEntries(version.secrets),
    },
    d1Databases: record(of('d1'), ({ id }) => String(id)),
    queueProducers: record(of('queue'), ({ queue_name }) => ({ queueName: String(queue_name) })),
    queueConsumers: consumersOf(account, name),
    ratelimits: record(of('ratelimit'), ({ namespace_id, simple }) => ({
      namespace_id: String(namespace_id),
      // As wrangler sent it.
      simple: simple as { limit: number; period: 10 | 60 },
    })),
    // The runtime knows one of the kind.
    ...of('images').map(({ name: binding }) => ({ images: { binding } }))[0],
    serviceBindings: record(of('send_email'), () => ({ name: mailWorker, entrypoint: mailEntrypoint })),
    ...(version.assets.size > 0 && {
      assets: await writeAssets(account, version, join(folder, 'assets', name)),
    }),
  };
}

function record<Value>(bindings: Binding[], value: (binding: Binding) => Value): Record<string, Value> {
  return Object.fromEntries(bindings.map((binding) => [binding.name, value(binding)]));
}

function consumersOf({ queues }: Account, script: string) {
  const mine = queues.flatMap(({ name, consumers }) =>
    consumers.filter((consumer) => consumer.script === script).map((consumer) => ({ name, ...consumer })),
  );
  return Object.fromEntries(
    mine.map(({ name, settings, deadLetterQueue }) => [
      name,
      {
        maxBatchSize: settings.batch_size ?? 10,
        maxBatchTimeout: (settings.max_wait_time_ms ?? 5000) / 1000,
        maxRetries: settings.max_retries ?? 3,
        ...(settings.retry_delay !== undefined && { retryDelay: settings.retry_delay }),
        ...(deadLetterQueue && { deadLetterQueue }),
      },
    ]),
  );
}

/** The runtime serves a folder; what the upload told apart goes back into files of the usual names. */
async function writeAssets({ files }: Account, { assets, metadata }: Version, directory: string) {
  const config = metadata.assets?.config ?? {};
  const all = new Map([...assets].map(([path, hash]) => [path, files.get(hash) ?? Buffer.alloc(0)]));
  if (config._headers) all.set('_headers', Buffer.from(config._headers));
  if (config._redirects) all.set('_redirects', Buffer.from(config._redirects));
  await rm(directory, { recursive: true, force: true });
  for (const [path, content] of all) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
  const { run_worker_first = false, html_handling, not_found_handling } = config;
  const assetConfig = { html_handling, not_found_handling };
  return { directory, run_worker_first, routerConfig: { has_user_worker: true }, assetConfig };
}
