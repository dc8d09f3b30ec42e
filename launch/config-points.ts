import type { Unstable_Config } from 'wrangler';
import { placeholderIn } from '../pages/content/placeholder-domain.ts';
import type { OpenPoint } from './open-point.ts';

export interface ConfigFacts {
  config: Pick<Unstable_Config, 'vars' | 'd1_databases' | 'secrets'>;
  /** Names of the secrets that Cloudflare holds; undefined when nobody has asked it. */
  secrets: ReadonlySet<string> | undefined;
}

/** What the site's settings still lack, and the secrets that only Cloudflare can tell about. */
export function configPoints({ config, secrets }: ConfigFacts): [string, OpenPoint[]][] {
  return [
    ['Settings', [...variables(config), ...databases(config)]],
    ['Secrets', missingSecrets(config.secrets?.required ?? [], secrets)],
  ];
}

/** A site that somebody tries out on this computer. */
const trial = /^http:\/\/localhost:\d+$/;

function variables({ vars }: ConfigFacts['config']): OpenPoint[] {
  return Object.entries(vars).flatMap(([name, value]) => {
    const where = `npm run setup -- --set ${name}=…`;
    // Of a site without one of these nobody hears, or nobody can open its desk.
    if (value === '') return [{ words: `${name} is empty`, where, losesEnquiries: true as const }];
    const placeholder = typeof value === 'string' && !trial.test(value) ? placeholderIn(value) : undefined;
    return placeholder ? [{ words: `${name}: "${placeholder}" is only an example`, where }] : [];
  });
}

function databases({ d1_databases }: ConfigFacts['config']): OpenPoint[] {
  return d1_databases
    .filter(({ database_id }) => !database_id || /^[0-]+$/u.test(database_id))
    .map(() => ({ words: 'There is no database yet', where: 'npm run setup', losesEnquiries: true }));
}

function missingSecrets(required: readonly string[], held: ReadonlySet<string> | undefined): OpenPoint[] {
  const where = 'npm run setup';
  const losesEnquiries = true;
  if (!held)
    return required.map((name) => ({
      words: `${name}: nobody has asked Cloudflare whether it is set`,
      where,
      losesEnquiries,
    }));
  return required
    .filter((name) => !held.has(name))
    .map((name) => ({ words: `${name} is not set`, where, losesEnquiries }));
}
