import { Refusal } from '../answers.ts';
import type { Routes } from '../router.ts';

// Static files: wrangler says which it has, sends those that are not here yet, and gets a token to name in the upload
// of the version. The real token is signed; this one only carries the manifest.

type Manifest = Record<string, { hash: string; size: number }>;

export const assetRoutes = {
  // It works before the first deploy, too.
  'POST /workers/scripts/:script/assets-upload-session': ({ account, json }) => {
    const { manifest } = json<{ manifest: Manifest }>();
    const missing = Object.values(manifest)
      .map(({ hash }) => hash)
      .filter((hash) => !account.files.has(hash));
    return { jwt: tokenOf(manifest), buckets: missing.length > 0 ? [[...new Set(missing)]] : [] };
  },
  'POST /workers/assets/upload': async ({ account, form, headers }) => {
    for (const [hash, file] of await form())
      account.files.set(hash, Buffer.from(typeof file === 'string' ? file : await file.text(), 'base64'));
    return { jwt: headers.get('authorization')?.replace('Bearer ', '') };
  },
} satisfies Routes;

function tokenOf(manifest: Manifest): string {
  const payload = Buffer.from(JSON.stringify({ manifest, exp: Date.now() / 1000 + 3600 })).toString(
    'base64url',
  );
  return `e30.${payload}.unsigned`;
}

/** Path to hash, as the token of an upload says. */
export function filesIn(token: string): Map<string, string> {
  const [, payload = ''] = token.split('.');
  try {
    // The token was made above.
    const { manifest } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { manifest: Manifest };
    return new Map(Object.entries(manifest).map(([path, { hash }]) => [path, hash]));
  } catch {
    throw new Refusal(400, 10305, 'The assets token is not valid.');
  }
}
