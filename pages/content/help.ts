import type { ClaimKey } from './claims.ts';

/** When to get medical help instead, the most pressing first. */
export const help = [
  { claim: 'emergency', call: '999' },
  { claim: 'urgent', call: '111' },
  { claim: 'seeGp' },
  { claim: 'selfCare' },
] as const satisfies readonly { claim: ClaimKey; call?: string }[];
