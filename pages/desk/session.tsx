import { useContext } from 'hono/jsx';
import { londonTime } from '../london-time.ts';
import { FrameContext } from './frame.ts';

/** Where something is typed: until when one is signed in, and a way to go on without losing it. */
export function SignedIn() {
  const { until, endsSoon, signInAgain } = useContext(FrameContext).session;
  if (!until) return null;
  if (!endsSoon)
    return (
      <p class="hint">Signed in until {londonTime(until)} (London). What is not saved by then is lost.</p>
    );
  return (
    <p class="mistake">
      You will be signed out on {londonTime(until)} (London). Save what you have typed before that. If you
      need longer,{' '}
      <a href={signInAgain} target="_blank" rel="noopener">
        sign in again in a new tab
      </a>
      , and wait until the inbox opens there before you save here.
    </p>
  );
}

/** Access answers a form with its sign-in page, and afterwards asks for the form's address as for a page. */
export function SignedOut() {
  return (
    <div class="summary" role="alert">
      <h2>You had been signed out. Nothing was saved.</h2>
      <p>
        You are signed in again now, so please do it once more. What you typed may still be in this tab: press
        Back until you see it, and save it from there.
      </p>
    </div>
  );
}
