import { paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { Hidden } from '../hidden.tsx';
import { SignedIn } from '../session.tsx';

/** Asks once more. */
export function ShutPage({ basis }: { basis: number }) {
  return (
    <DeskPage title="Shut the site?" here={paths.practice}>
      <h1>Shut the site?</h1>
      <p>
        Visitors will read “opens soon” until you open it again. Your adverts go on and cost money: stop them
        first. A form that somebody has open now is still taken for 24 hours.
      </p>
      <SignedIn />
      <form class="buttons" method="post" action={`${paths.shut}?${signedOut}`}>
        <Hidden name="basis" value={basis} />
        <button class="button quiet" type="submit">
          Yes, shut it
        </button>
        <a class="button quiet" href={paths.opening}>
          No, leave it open
        </a>
      </form>
    </DeskPage>
  );
}
