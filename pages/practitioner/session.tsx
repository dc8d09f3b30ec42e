import { londonTime } from '../london-time.ts';
import type { Session } from './desk-page.tsx';

/** On a page with long text: until when one is signed in, and a way to go on without losing what is typed. */
export function SignedIn({ session: { until, endsSoon, signInAgain } }: { session: Session }) {
  if (!until) return null;
  if (!endsSoon) return <p class="hint">Signed in until {londonTime(until)}.</p>;
  return (
    <p class="mistake">
      You will be signed out on {londonTime(until)}, and what is not saved by then is lost. Before you write
      more,{' '}
      <a href={signInAgain} target="_blank" rel="noopener">
        sign in again in a new tab
      </a>
      . Then come back to this one and save.
    </p>
  );
}

/** Access answers a form with its sign-in page, and afterwards asks for the form's address as for a page. */
export function SignedOut() {
  return (
    <div class="summary" role="alert">
      <h2>You had been signed out. Nothing was saved.</h2>
      <p>You are signed in again now. Please do it once more.</p>
    </div>
  );
}
