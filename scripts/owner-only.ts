/** Does what makes files, or starts a program that makes some, so that only their owner can read them. */
export function forOwnerOnly<T>(start: () => T): T {
  const before = process.umask(0o077);
  try {
    return start();
  } finally {
    process.umask(before);
  }
}
