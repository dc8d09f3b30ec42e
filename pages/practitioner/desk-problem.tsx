import type { ProblemStatus } from '../visitor/problem.tsx';
import { BareDeskPage, DeskPage, emptyFrame } from './desk-page.tsx';

/** Why somebody may not open the desk, or do that there. */
export type Refusal =
  | { why: 'stranger'; email: string }
  | { why: 'not-set-up' | 'not-signed-in' | 'invalid' | 'unreachable' | 'program' | 'elsewhere' };

interface Words {
  title: string;
  words: string;
  /** What the button that signs in anew says, where that may help. */
  signIn?: string;
}

const refusals: Record<Refusal['why'], Words> = {
  stranger: {
    title: 'This desk is not yours to open',
    words:
      'If it should be, ask whoever looks after the site to add your address: to the list that “npm run setup” asks for, and to Cloudflare Access. Both must have it.',
    signIn: 'Sign in as somebody else',
  },
  'not-set-up': {
    title: 'The desk is not set up yet',
    words:
      'It does not know its Cloudflare Access team or its audience tag, so it lets nobody in. Whoever looks after the site enters both with “npm run setup”, and deploys.',
  },
  'not-signed-in': {
    title: 'You are not signed in',
    words:
      'Cloudflare Access did not say who you are. Please open the desk at its usual address. If this is the usual address, Access is not in front of it: the launch guide says how to put it there.',
  },
  invalid: {
    title: 'Your sign-in could not be checked',
    words:
      'It has run out, or it was made for something else. If signing in again does not help, the team or the audience tag in this site’s settings is not that of its Access application.',
    signIn: 'Sign in again',
  },
  unreachable: {
    title: 'The sign-in service could not be asked',
    words: 'Nothing is wrong with your enquiries, and nothing was changed. Please try again in a minute.',
  },
  program: {
    title: 'This service token cannot do that',
    words:
      'A service token whose client id is in EXPORT_TOKENS can fetch the leads file with a POST to /desk/exports, and nothing else.',
  },
  elsewhere: {
    title: 'That did not come from this desk',
    words: 'Nothing was changed. Please open the desk, and do it there.',
  },
};

interface RefusedProps {
  refusal: Refusal;
  /** The address that ends the session and begins another. */
  signInAgain: string;
}

/** For somebody who was not let in: of the desk it shows nothing but the name. */
export function RefusedPage({ refusal, signInAgain }: RefusedProps) {
  const { title, words, signIn } = refusals[refusal.why];
  return (
    <BareDeskPage title={title}>
      <h1>{title}</h1>
      {refusal.why === 'stranger' && (
        <p>
          Signed in as <bdi>{refusal.email}</bdi>, who is not on this desk’s list.
        </p>
      )}
      <p>{words}</p>
      <p class="buttons">
        <a class="button" href={signIn ? signInAgain : '/desk'}>
          {signIn ?? 'Open the desk'}
        </a>
      </p>
    </BareDeskPage>
  );
}

/** 429: a service token that asked too often. */
type DeskProblem = ProblemStatus | 429;

const problems: Record<DeskProblem, Words> = {
  400: {
    title: 'That form could not be read',
    words: 'Nothing was changed. Please go back, and do it again.',
  },
  403: { title: 'That is not allowed', words: 'Nothing was changed.' },
  404: {
    title: 'Nothing is here',
    words: 'If it was an enquiry, it has been deleted. If you typed the address, check it.',
  },
  405: { title: 'That did not go through', words: 'Nothing was changed. Please go back, and do it again.' },
  413: {
    title: 'That was too much to send',
    words: 'Nothing was changed. Please go back, and shorten what you typed.',
  },
  429: {
    title: 'That was too often',
    words: 'One service token gets a few leads files an hour. No file was made. Please try again in an hour.',
  },
  500: {
    title: 'Something at the desk is not working',
    words:
      'Please assume that nothing was changed, and try again in a minute. If it goes on, Status and the operations guide say what to look at.',
  },
};

/** What went wrong at the desk, for somebody who is signed in. It needs no database. */
export function DeskProblemPage({ status }: { status: DeskProblem }) {
  const { title, words } = problems[status];
  return (
    <DeskPage title={title} frame={emptyFrame}>
      <h1>{title}</h1>
      <p>{words}</p>
    </DeskPage>
  );
}
