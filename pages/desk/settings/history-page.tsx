import { ProblemSummary } from '../../components/problem-summary.tsx';
import type { SettingChange } from '../../content/setting-words.ts';
import { earlierRelease } from '../../content/settings.ts';
import { londonTime } from '../../london-time.ts';
import { paths, signedOut } from '../../paths.ts';
import { DeskPage } from '../desk-page.tsx';
import { Hidden } from '../hidden.tsx';
import { SignedIn } from '../session.tsx';
import { Changes } from './changes.tsx';
import { type Saved, whichWords } from './saved-words.ts';

interface SettingsHistoryProps {
  /** The newest first. */
  versions: readonly {
    version: number;
    at: Date;
    by: string;
    /** The version that this one went back to. */
    backTo: Saved | undefined;
    changes: readonly SettingChange[];
  }[];
  conflict?: boolean;
}

/** Who changed which setting when, and a way back. */
export function SettingsHistoryPage({ versions, conflict = false }: SettingsHistoryProps) {
  const newest = versions[0]?.version ?? 0;
  return (
    <DeskPage title={conflict ? 'Error: Earlier settings' : 'Earlier settings'} here={paths.practice}>
      {conflict && (
        <ProblemSummary heading="The settings were changed since you opened this page">
          <p>Nothing was changed by you. Please look at the list again.</p>
        </ProblemSummary>
      )}
      <h1>Earlier settings</h1>
      <p>
        <a href={paths.settings}>The settings as they are now</a>
      </p>
      <SignedIn />
      {versions.length === 0 && <p>Nothing was changed yet.</p>}
      {versions.map(({ version, at, by, backTo, changes }) => (
        <section aria-labelledby={`version-${version}`}>
          <h2 id={`version-${version}`}>
            {by === earlierRelease ? 'From an earlier release' : londonTime(at)}{' '}
            <span class="hint">(number {version})</span>
          </h2>
          {by !== earlierRelease && (
            <p>
              By {by === 'migration' ? 'the update that brought settings to the desk' : by}
              {backTo && `, back to those ${whichWords(backTo)}`}
            </p>
          )}
          <Changes changes={changes} />
          {version === newest ? (
            <p>These are in use.</p>
          ) : (
            <form method="post" action={`${paths.settingsHistory}?${signedOut}`}>
              <Hidden name="version" value={String(version)} />
              <Hidden name="basis" value={String(newest)} />
              <button class="button quiet" type="submit">
                Go back to these<span class="hidden">: number {version}</span>
              </button>
            </form>
          )}
        </section>
      ))}
    </DeskPage>
  );
}
