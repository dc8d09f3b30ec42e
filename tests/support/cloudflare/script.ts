import { type Account, hexId } from './account.ts';
import { Refusal } from './answers.ts';

// A Worker as the account holds it: its versions, which of them is live, and its secrets.

export type Binding = { name: string; type: string } & Record<string, unknown>;

export interface Module {
  name: string;
  type: string;
  content: Buffer;
}

/** What came with an upload beside the modules. */
export interface Metadata {
  main_module?: string;
  bindings?: Binding[];
  compatibility_date?: string;
  compatibility_flags?: string[];
  keep_bindings?: string[];
  annotations?: Record<string, string | undefined>;
  assets?: { jwt: string; config?: AssetConfig };
}

export interface AssetConfig {
  html_handling?: string;
  not_found_handling?: string;
  run_worker_first?: boolean | string[];
  _headers?: string;
  _redirects?: string;
}

export interface Version {
  id: string;
  number: number;
  created: string;
  trigger: 'upload' | 'secret';
  metadata: Metadata;
  /** Without secrets: those are in `secrets`. */
  bindings: Binding[];
  modules: Module[];
  /** Path to hash. */
  assets: Map<string, string>;
  /** Name to value. A version owns its secrets: going back to it brings the old ones back. */
  secrets: ReadonlyMap<string, string>;
}

export interface Deployment {
  id: string;
  created: string;
  versions: { version_id: string; percentage: number }[];
  annotations: Record<string, string>;
}

export interface Script {
  name: string;
  tag: string;
  created: string;
  versions: Version[];
  deployments: Deployment[];
  schedules: string[];
  subdomain: { enabled: boolean; previews_enabled: boolean };
  settings: Record<string, unknown>;
}

export function newScript(name: string): Script {
  return {
    name,
    tag: hexId(),
    created: new Date().toISOString(),
    versions: [],
    deployments: [],
    schedules: [],
    subdomain: { enabled: false, previews_enabled: false },
    settings: {},
  };
}

export function scriptNamed({ scripts }: Account, name: string): Script {
  const script = scripts.get(name);
  if (!script) throw new Refusal(404, 10007, 'This Worker does not exist on your account.');
  return script;
}

export function versionOf(script: Script, id: string): Version {
  const version = script.versions.find((one) => one.id === id);
  if (!version) throw new Refusal(404, 10025, 'The requested Worker version could not be found.');
  return version;
}

/** The version that visitors get; undefined before the first deployment. */
export function liveVersion(script: Script): Version | undefined {
  const [live] = script.deployments.at(-1)?.versions ?? [];
  return live && script.versions.find(({ id }) => id === live.version_id);
}

/** The newest version, live or not: what the next one inherits from. */
export function newestVersion(script: Script): Version | undefined {
  return script.versions.at(-1);
}

/** Makes one version live, for all visitors. */
export function deployVersion(
  script: Script,
  version: Version,
  annotations: Record<string, string>,
): Deployment {
  const deployment = {
    id: crypto.randomUUID(),
    created: new Date().toISOString(),
    versions: [{ version_id: version.id, percentage: 100 }],
    annotations,
  };
  script.deployments.push(deployment);
  return deployment;
}
