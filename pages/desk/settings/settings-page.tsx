import { ProblemSummary } from '../../components/problem-summary.tsx';
import type { SettingChange } from '../../content/setting-words.ts';
import { paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { Hidden } from '../hidden.tsx';
import { SignedIn } from '../session.tsx';
import { Changes } from './changes.tsx';
import { type Saved, savedWords } from './saved-words.ts';
import { SettingsForm } from './settings-form.tsx';
import type { SettingMistakes, TypedSettings } from './typed-settings.ts';

interface SettingsPageProps {
  typed: TypedSettings;
  mistakes?: SettingMistakes;
  /** The version that the form was opened with; 0 for the settings that a site begins with. */
  basis: number;
  saved?: Saved | undefined;
  /** What somebody else has saved since the form was opened: then nothing was. */
  conflict?: readonly SettingChange[] | undefined;
  /** The address that mails go to when none is typed. */
  usualMailTo: string;
}

/** How the practice runs its site: nobody but the practitioner sees it. */
export function SettingsPage(props: SettingsPageProps) {
  const { typed, mistakes = {}, basis, saved, conflict, usualMailTo } = props;
  const wrong = Object.values(mistakes).some(Boolean);
  return (
    <DeskPage title={wrong || conflict ? 'Error: Settings' : 'Settings'} here={paths.practice}>
      {wrong && <ProblemSummary mistakes={mistakes} />}
      {conflict && <Conflict changes={conflict} />}
      <h1>Settings</h1>
      <p>
        Visitors do not see these, except where the page or the privacy notice says what follows from them.{' '}
        {saved && `${savedWords(saved)} `}
        <a href={paths.settingsHistory}>Earlier settings</a>
      </p>
      <SignedIn />
      <form class="enquiry" method="post" action={`${paths.settings}?${signedOut}`} novalidate>
        <Hidden name="basis" value={String(basis)} />
        <SettingsForm typed={typed} mistakes={mistakes} usualMailTo={usualMailTo} />
        <button class="button" type="submit">
          Save the settings
        </button>
      </form>
    </DeskPage>
  );
}

function Conflict({ changes }: { changes: readonly SettingChange[] }) {
  return (
    <ProblemSummary heading="The settings were changed since you opened this page">
      <p>
        Nothing of yours was saved. What you changed is below, and all else as it is now. If you save it, it
        counts.
      </p>
      <Changes changes={changes} />
    </ProblemSummary>
  );
}
