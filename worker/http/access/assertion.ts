import { type JWTPayload, jwtVerify } from 'jose';
import { TeamUnreachable, teamKey } from './team-keys.ts';

/** Whom Access vouches for. */
export type Identity =
  | { kind: 'person'; email: string; session?: { since: Date; until: Date } }
  /** The client id of a service token. */
  | { kind: 'program'; name: string };

/** Why nobody is vouched for. */
export type AssertionProblem = 'invalid' | 'unreachable';

const longest = 16 * 1024;

/**
 * Reads the signed assertion that Access puts into the header Cf-Access-Jwt-Assertion, for people and service tokens.
 * `team` is the team's origin, as https://my-team.cloudflareaccess.com; `audience` the application's tag.
 */
export async function readAssertion(
  assertion: string,
  { team, audience }: { team: string; audience: string },
): Promise<Identity | AssertionProblem> {
  if (assertion.length > longest) return 'invalid';
  try {
    const { payload } = await jwtVerify(
      assertion,
      async ({ kid }) => {
        const key = kid ? await teamKey(team, kid) : undefined;
        if (!key) throw new Error('the team has no such key');
        return key;
      },
      {
        algorithms: ['RS256'],
        issuer: team,
        audience,
        requiredClaims: ['exp', 'aud', 'iss'],
        // Whoever has just signed in may have a clock before them that is a second ahead of ours.
        clockTolerance: 5,
      },
    );
    return identityIn(payload) ?? 'invalid';
  } catch (error) {
    return error instanceof TeamUnreachable ? 'unreachable' : 'invalid';
  }
}

/** A person has an email address, a program a common name; who has both, or neither, is nobody. */
function identityIn({ type, email, common_name: name, iat = 0, exp }: JWTPayload): Identity | undefined {
  const [since, until] = [new Date(iat * 1000), new Date((exp ?? Number.NaN) * 1000)];
  // The tolerance above is not for sessions that are over, and no day can be made of every number.
  if (type !== 'app' || !(until.getTime() > Date.now()) || Number.isNaN(since.getTime())) return undefined;
  if (isText(email) && name === undefined) return { kind: 'person', email, session: { since, until } };
  if (isText(name) && email === undefined) return { kind: 'program', name };
  return undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
