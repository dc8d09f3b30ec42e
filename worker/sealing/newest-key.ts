/** How its owner knows the key that seals: by its id, and by how it ends. Undefined when the ring cannot be read. */
export function newestKey({ SEAL_KEYS }: Pick<Env, 'SEAL_KEYS'>): { id: string; end: string } | undefined {
  // The newest key of the ring comes first; see seal.ts.
  const [, id, end] = /^\s*([\w-]+):[\w-]*([\w-]{6})\s*(,|$)/.exec(SEAL_KEYS ?? '') ?? [];
  return id && end ? { id, end } : undefined;
}
