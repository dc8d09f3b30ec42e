import { createContext, useContext } from 'hono/jsx';
import type { Facts } from './content/facts.ts';
import { type Settings, usualSettings } from './content/settings.ts';
import type { SourceKey } from './content/sources.ts';

/** Who compared everything that cites a source with that source, and on which days in London: the first, and the last. */
export type Comparisons = Partial<Record<SourceKey, { by: string; from: string; to: string }>>;

/** Everything that differs from one practice to the next, as pages are given it. */
export interface Practice {
  facts: Facts;
  settings: Settings;
  comparisons: Comparisons;
  /** Since when the settings count, in milliseconds since 1970: what visitors are told about storing, among them. */
  settingsSince: number;
  /** Names all of this: two that differ in anything have different names. */
  version: string;
  /** A draft as its practitioner sees it: what is missing shows as a marked blank. */
  preview?: true;
}

/** What is said where nobody knows whose site it is. */
export const nobody: Practice = {
  facts: {},
  settings: usualSettings,
  comparisons: {},
  settingsSince: 0,
  version: 'none',
};

export const PracticeContext = createContext<Practice>(nobody);

/** The practice whose page this is. */
export function usePractice(): Practice {
  return useContext(PracticeContext);
}

export function practiceName({ name }: Facts): string {
  return name ?? 'This practice';
}
