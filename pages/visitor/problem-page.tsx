import { type Attribution, withAttribution } from '../attribution.ts';
import { OrCall } from '../components/phone-number.tsx';
import { paths } from '../paths.ts';
import { PlainPage } from './plain-page.tsx';

const problems = {
  400: {
    title: 'That form could not be read',
    words: 'Nothing was sent. Please go back, check the form and send it again.',
  },
  403: { title: 'You cannot open this page', words: 'It is only for the practice, signed in.' },
  404: {
    title: 'Page not found',
    words: 'If you typed the address, check it. If you followed a link, it may be out of date.',
  },
  405: {
    title: 'That did not go through',
    words: 'Nothing was sent. If you followed a link, it may be out of date.',
  },
  413: {
    title: 'That was too much to send',
    words: 'Nothing was sent. Please go back, shorten your message and send it again.',
  },
  429: {
    title: 'There were many tries',
    words: 'Please wait a minute, then try again.',
  },
  503: {
    title: 'This page cannot be shown just now',
    words: 'Something on this site is not working. Please come back in a few minutes.',
  },
  500: {
    title: 'Something on this site is not working',
    words: 'If you were sending an enquiry, please assume it was not sent.',
  },
} as const;

export type ProblemStatus = keyof typeof problems;

/** What went wrong, in words that say what to do. */
export function ProblemPage({ status, attribution }: { status: ProblemStatus; attribution: Attribution }) {
  const { title, words } = problems[status];
  return (
    <PlainPage title={title} attribution={attribution}>
      <h1>{title}</h1>
      <p>{words}</p>
      <p>
        You can <a href={withAttribution(paths.landing, attribution)}>start again from the first page</a>
        <OrCall before=" or call " />.
      </p>
    </PlainPage>
  );
}
