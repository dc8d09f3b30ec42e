import { describedBy, Hints } from '../../components/hints.tsx';
import { Portrait } from '../../components/portrait.tsx';
import { ProblemSummary } from '../../components/problem-summary.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Fact } from '../../content/facts.ts';
import { paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { Hidden } from '../hidden.tsx';
import { SignedIn } from '../session.tsx';

/** What came of a form that was not saved. */
export interface TypedPortrait {
  alt?: string;
  mistakes?: { photo?: string | undefined; alt?: string | undefined };
  /** A photo was sent: browsers never fill in a file again. */
  hadPhoto?: boolean;
  /** The portrait has changed since the form was opened. */
  isStale?: true;
}

interface PortraitPageProps {
  /** As the draft has it. */
  portrait: Fact<'portrait'> | undefined;
  /** As visitors have it. */
  published: Fact<'portrait'> | undefined;
  typed?: TypedPortrait;
  /** It was just saved. */
  isSaved?: boolean;
}

/** In the address of the page that somebody comes to who has just saved. */
export const justSaved = 'saved';

/** Names the portrait that a form was opened with. */
export function portraitSeen(portrait: Fact<'portrait'> | undefined): string {
  return portrait ? `${portrait.hash} ${portrait.alt}` : '';
}

/** The practitioner's photo, which a site can do without. */
export function PortraitPage({ portrait, published, typed = {}, isSaved = false }: PortraitPageProps) {
  const { alt = portrait?.alt ?? '', mistakes = {}, isStale } = typed;
  const wrong = isStale || Object.values(mistakes).some(Boolean);
  const photo = { name: 'photo', hint: photoHint, mistake: mistakes.photo };
  const seen = <Hidden name="seen" value={portraitSeen(portrait)} />;
  return (
    <DeskPage title={wrong ? 'Error: Your photo' : 'Your photo'} here={paths.practice}>
      {wrong && <Trouble {...typed} />}
      <h1>Your photo</h1>
      {isSaved && (
        <p role="status">
          <strong>Saved in your draft.</strong>
        </p>
      )}
      <p>
        {stateWords(portrait, published)} <a href={paths.practice}>Back to your practice</a>
      </p>
      <Portrait portrait={portrait} path={paths.deskPortrait} />
      <h2>{portrait ? 'Change it' : 'Add one'}</h2>
      <SignedIn />
      <form method="post" action={`${paths.portraitForm}?${signedOut}`} enctype="multipart/form-data">
        {seen}
        {/* Before the photo: of a form that is too large only the beginning is read. */}
        <TextField
          name="alt"
          label="What the photo shows"
          hint="For people who cannot see it. Say who it is and where, such as “Sam Smith in the treatment room”."
          value={alt}
          mistake={mistakes.alt}
          type="text"
        />
        <div class="field">
          <label for="photo">{portrait ? 'Another photo (optional)' : 'Photo'}</label>
          <Hints {...photo} />
          <input
            id="photo"
            type="file"
            name="photo"
            // An iPhone sends a JPEG when it is asked for these.
            accept="image/jpeg,image/png,image/webp"
            {...describedBy(photo)}
          />
        </div>
        <button class="button" type="submit">
          Save to the draft
        </button>
      </form>
      {portrait && (
        <form method="post" action={`${paths.removePortrait}?${signedOut}`}>
          {seen}
          <button class="button quiet" type="submit">
            Take the photo out
          </button>
        </form>
      )}
    </DeskPage>
  );
}

function stateWords(draft: Fact<'portrait'> | undefined, published: Fact<'portrait'> | undefined): string {
  if (portraitSeen(draft) === portraitSeen(published))
    return draft ? 'This photo is published.' : 'There is no photo. The page is complete without one.';
  if (!draft)
    return 'There is no photo in your draft. The one that is published stays until you publish the draft.';
  return published?.hash === draft.hash
    ? 'This photo is published, and your draft has other words for it. They count once you have published them.'
    : 'This photo is in your draft. Visitors see it once you have published it.';
}

const photoHint =
  'JPEG, PNG or WebP, up to 8 megabytes. It is made small, and what the camera wrote into it, such as the place, is taken out.';

function Trouble({ mistakes = {}, isStale, hadPhoto }: TypedPortrait) {
  return (
    <ProblemSummary heading={isStale ? 'Nothing was saved' : undefined} mistakes={{ ...mistakes }}>
      {isStale && (
        <p>
          Your photo was changed in another tab after you opened this page. You see it now as it is. If you
          still want your change, make it again.
        </p>
      )}
      {hadPhoto && !mistakes.photo && <p>A browser forgets a photo that was chosen: choose it again.</p>}
    </ProblemSummary>
  );
}
