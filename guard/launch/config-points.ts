import { type LaunchFacts, type OpenPoint, placeholderIn } from './open-points.ts';

const file = 'wrangler.toml';

/** What wrangler.toml still lacks, and the secrets that only Cloudflare can tell about. */
export function configPoints({ config, secrets }: LaunchFacts): [string, OpenPoint[]][] {
  return [
    ['Settings', [...emptyVariables(config), ...databases(config), ...addresses(config)]],
    ['Secrets', missingSecrets(config.secrets?.required ?? [], secrets)],
  ];
}

function emptyVariables({ vars }: LaunchFacts['config']): OpenPoint[] {
  return Object.entries(vars).flatMap(([name, value]) => {
    if (value === '') return [{ words: `${name} is empty`, where: `${file}, [vars]` }];
    const placeholder = typeof value === 'string' ? placeholderIn(value) : undefined;
    return placeholder
      ? [{ words: `${name}: "${placeholder}" is only an example`, where: `${file}, [vars]` }]
      : [];
  });
}

function databases({ d1_databases }: LaunchFacts['config']): OpenPoint[] {
  return d1_databases
    .filter(({ database_id }) => !database_id || /^[0-]+$/u.test(database_id))
    .map(({ database_name, binding }) => ({
      words: `The database has no id yet: \`npx wrangler d1 create ${database_name ?? binding}\` prints one`,
      where: `${file}, [[d1_databases]]`,
    }));
}

function addresses({ routes, route }: LaunchFacts['config']): OpenPoint[] {
  const patterns = [...(routes ?? []), ...(route ? [route] : [])].map((one) =>
    typeof one === 'string' ? one : one.pattern,
  );
  if (patterns.length === 0)
    return [{ words: 'The site has no address: add `routes` with your domain', where: file }];
  return patterns
    .filter((pattern) => placeholderIn(pattern))
    .map((pattern) => ({ words: `"${pattern}" is only an example`, where: `${file}, routes` }));
}

function missingSecrets(required: readonly string[], held: ReadonlySet<string> | undefined): OpenPoint[] {
  if (!held)
    return required.map((name) => ({
      words: `${name}: nobody has asked Cloudflare whether it is set`,
      where: 'npx wrangler secret list | npm run --silent launch-check -- --secrets -',
    }));
  return required
    .filter((name) => !held.has(name))
    .map((name) => ({ words: `${name} is not set`, where: `npx wrangler secret put ${name}` }));
}
