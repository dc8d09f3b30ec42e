import { paths } from '../paths.ts';
import type { ProblemStatus } from '../visitor/problem-page.tsx';
import { BareDeskPage, DeskPage } from './desk-page.tsx';
import { WhatWasTyped } from './what-was-typed.tsx';

/** Why somebody may not open the desk, or do that there. */
export type Refusal =
  | { why: 'stranger'; email: string }
  | { why: 'not-set-up' | 'not-signed-in' | 'invalid' | 'unreachable' | 'program' | 'elsewhere' };

interface Words {
  title: string;
  words: string;
  /** For whoever looks after the site. */
  helper?: string;
  /** A button that signs in again, or opens the desk, where that may help. */
  button?: { words: string; signsIn?: true };
}

const refusals: Record<Refusal['why'], Words> = {
  stranger: {
    title: 'You are signed in with another address',
    words:
      'If you have a second address, sign in with that one. If this one should work, ask whoever looks after the site to add it.',
    helper:
      'It has to be on both lists: DESK_EMAILS (npm run setup -- --set DESK_EMAILS=…, then npm run deploy), and the policy in Cloudflare Access.',
    button: { words: 'Sign in as somebody else', signsIn: true },
  },
  'not-set-up': {
    title: 'The desk is not ready yet',
    words: 'Your enquiries are safe. Please show this page to whoever looks after the site.',
    helper:
      'ACCESS_TEAM or ACCESS_AUD is not set up yet, so nobody is let in: npm run setup asks for both, then npm run deploy.',
  },
  'not-signed-in': {
    title: 'You are not signed in',
    words:
      'Please open the desk at its usual address, which asks you to sign in. If that is where you are, show this page to whoever looks after the site. Your enquiries are safe.',
    helper: 'Cloudflare Access is not in front of this address: the launch guide says how to put it there.',
    button: { words: 'Try again' },
  },
  invalid: {
    title: 'Your sign-in could not be checked',
    words:
      'Please sign in again. If you see this page a second time, show it to whoever looks after the site. Your enquiries are safe.',
    helper:
      'The sign-in has run out, or ACCESS_TEAM or ACCESS_AUD is not that of the Access application in front of this page.',
    button: { words: 'Sign in again', signsIn: true },
  },
  unreachable: {
    title: 'The sign-in service could not be asked',
    words:
      'Nothing is wrong with your enquiries, and nothing was changed. Please try again in a minute. If you were typing, press Back: your words may still be there.',
    button: { words: 'Try again' },
  },
  program: {
    title: 'This service token cannot do that',
    words: `A service token whose client id is in EXPORT_TOKENS can fetch the leads file with a POST to ${paths.leads}. One in LAUNCH_TOKENS can ask ${paths.openingData} what is missing before the site may open. Neither can do anything else.`,
  },
  elsewhere: {
    title: 'That did not come from this desk',
    words: 'Nothing was changed. Please open the desk, and do it there.',
    button: { words: 'Open the desk' },
  },
};

interface RefusedProps {
  refusal: Refusal;
  /** The address that ends the session and begins another. */
  signInAgain: string;
}

/** For somebody who was not let in: of the desk it shows nothing but the name. */
export function RefusedPage({ refusal, signInAgain }: RefusedProps) {
  const { title, words, helper, button } = refusals[refusal.why];
  return (
    <BareDeskPage title={title}>
      <h1>{title}</h1>
      {refusal.why === 'stranger' && (
        <p>
          Signed in as <bdi>{refusal.email}</bdi>, who is not on this desk’s list.
        </p>
      )}
      <p>{words}</p>
      {button && (
        <p class="buttons">
          <a class="button" href={button.signsIn ? signInAgain : paths.inbox}>
            {button.words}
          </a>
        </p>
      )}
      {helper && <p class="hint">For whoever looks after the site: {helper}</p>}
    </BareDeskPage>
  );
}

const problems: Record<ProblemStatus, Words> = {
  400: {
    title: 'That form could not be read',
    words: 'Nothing was changed. Please open the page again, and do it once more.',
  },
  403: { title: 'That is not allowed', words: 'Nothing was changed.' },
  404: {
    title: 'Nothing is here',
    words:
      'If it was an enquiry, it has been erased, or its time was over. Anything you just typed was not saved. If you typed the address, check it.',
  },
  405: {
    title: 'That did not go through',
    words: 'Nothing was changed. Please open the page again, and do it once more.',
  },
  413: {
    title: 'That was too much to send',
    words: 'Nothing was changed. Please open the page again, and do it once more.',
  },
  429: {
    // Only a service token is ever counted at the desk.
    title: 'That was too often',
    words: 'A service token gets ten leads files an hour. No file was made. Please try again in an hour.',
  },
  503: {
    title: 'The database does not answer just now',
    words:
      'Please try again in a minute, and look whether your last change was saved before you do it again.',
  },
  500: {
    title: 'Something at the desk is not working',
    words:
      'Please try again in a minute, and look whether your last change was saved before you do it again. If it goes on, tell whoever looks after the site.',
  },
};

/** Above a form that has come back with what was typed into it. */
export const notSaved = {
  'too-long': 'It is too long, and nothing was saved. What arrived is below: please make it shorter.',
  'cut-off': 'Only a part of it arrived, and nothing was saved. That part is below.',
} as const;

interface DeskProblemProps {
  status: ProblemStatus;
  /** The page that the form was on. */
  back: string;
  /** What the form said, by the names of its fields. */
  typed?: ReadonlyMap<string, string>;
}

const places: Readonly<Record<string, string>> = {
  [paths.inbox]: 'Open the inbox',
  [paths.practice]: 'Open your practice',
};

const noSuchPage = 'There is no such page about your practice. If you typed the address, check it.';

/** What went wrong at the desk, for somebody who is signed in. It needs no database. */
export function DeskProblemPage({ status, back, typed = new Map() }: DeskProblemProps) {
  const { title, words } = problems[status];
  return (
    <DeskPage title={title}>
      <h1>{title}</h1>
      <p>{status === 404 && back === paths.practice ? noSuchPage : words}</p>
      <WhatWasTyped typed={typed} />
      <p class="buttons">
        <a class="button quiet" href={back}>
          {places[back] ?? 'Open the enquiry'}
        </a>
      </p>
    </DeskPage>
  );
}
