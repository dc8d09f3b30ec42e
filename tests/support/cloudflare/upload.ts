import type { Account } from './account.ts';
import { Refusal } from './answers.ts';
import { filesIn } from './api/assets.ts';
import {
  type Binding,
  type Metadata,
  type Module,
  newestVersion,
  type Script,
  type Version,
} from './script.ts';

// Reads an upload: the metadata, the modules, and the secrets that a new version takes over from the newest one.

const moduleTypes: Record<string, string> = {
  'application/javascript+module': 'ESModule',
  'application/javascript': 'CommonJS',
  'application/wasm': 'CompiledWasm',
  'text/plain': 'Text',
  'application/octet-stream': 'Data',
};

/** Adds the version that a form describes. It is not live by that. */
export async function addVersion(account: Account, script: Script, form: FormData): Promise<Version> {
  // wrangler wrote it; what is needed of it is checked below.
  const metadata = JSON.parse(String(form.get('metadata'))) as Metadata;
  const before = newestVersion(script);
  const asked = metadata.bindings ?? [];
  const secrets = new Map(metadata.keep_bindings?.includes('secret_text') ? before?.secrets : undefined);
  for (const { name, type, text } of asked) if (type === 'secret_text') secrets.set(name, String(text));
  const inherited = inherit(
    before,
    asked.filter(({ type }) => type === 'inherit').map(({ name }) => name),
  );
  const bindings = [
    ...asked.filter(({ type }) => type !== 'secret_text' && type !== 'inherit'),
    ...inherited,
  ];
  const version = {
    id: crypto.randomUUID(),
    number: (before?.number ?? 0) + 1,
    created: new Date().toISOString(),
    trigger: 'upload' as const,
    metadata,
    bindings,
    modules: await modulesIn(form),
    assets: metadata.assets ? filesIn(metadata.assets.jwt) : new Map<string, string>(),
    secrets,
  };
  for (const binding of version.bindings) check(account, binding);
  if (!version.modules.some(({ name }) => name === metadata.main_module))
    throw new Refusal(400, 10021, `No such module "${metadata.main_module}".`);
  script.versions.push(version);
  return version;
}

/** wrangler lists required secrets as to be inherited, and makes its own sentence from this refusal. */
function inherit(before: Version | undefined, names: string[]): Binding[] {
  const own = names.filter((name) => !before?.secrets.has(name));
  const bindings = own.flatMap((wanted) => before?.bindings.filter(({ name }) => name === wanted) ?? []);
  const missing = own.filter((wanted) => !bindings.some(({ name }) => name === wanted));
  if (missing.length === 0) return bindings;
  const words = (name: string) =>
    `inherit binding '${name}' is invalid: the previous version has no binding of that name`;
  throw new Refusal(400, 10057, ...missing.map(words));
}

const runnable = ['plain_text', 'json', 'd1', 'queue', 'ratelimit', 'send_email', 'images'];

/** In bytes; see Cloudflare's page on the limits of Workers. */
const mostInVariable = 5120;

function check({ databases, queues }: Account, { name, type, id, queue_name, text }: Binding) {
  if (type === 'plain_text' && Buffer.byteLength(String(text)) > mostInVariable)
    throw new Refusal(400, 10021, `The variable ${name} is larger than 5 KB.`);
  if (!runnable.includes(type))
    throw new Refusal(501, 501, `The stand-in does not run a binding of type ${type}.`);
  if (type === 'd1' && !databases.some(({ uuid }) => uuid === id))
    throw new Refusal(400, 10021, `binding ${name} of type d1 must have a valid \`id\` specified`);
  if (type === 'queue' && !queues.some((queue) => queue.name === queue_name))
    throw new Refusal(400, 11000, `Queue "${queue_name}" does not exist.`);
}

async function modulesIn(form: FormData): Promise<Module[]> {
  const modules: Module[] = [];
  for (const [name, part] of form) {
    const type = typeof part === 'string' ? undefined : moduleTypes[part.type];
    if (typeof part !== 'string' && type)
      modules.push({ name, type, content: Buffer.from(await part.arrayBuffer()) });
  }
  return modules;
}
