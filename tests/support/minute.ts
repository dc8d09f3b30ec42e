const needed = 15_000;

/**
 * Waits for the next minute where little is left of this one. The local rate limiter counts from the clock's minute to
 * its next, so that twenty enquiries and one more on either side of it are not too many.
 */
export async function earlyInMinute(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < needed) await new Promise((resolve) => setTimeout(resolve, left));
}
