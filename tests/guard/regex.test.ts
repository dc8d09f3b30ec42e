import { parse } from '@babel/parser';
import { checkSync } from 'recheck';
import { expect, test } from 'vitest';

// What ships. The text of every file, read when the tests are built: workerd has no disk.
const files: Record<string, string> = import.meta.glob(
  ['../../worker/**/*.{ts,tsx}', '../../pages/**/*.{ts,tsx}'],
  { query: '?raw', import: 'default', eager: true },
);

/** These read only what we wrote ourselves: the style sheets, and the privacy notice as it was rendered. */
const readOnlyOurs = [
  ['../../pages/styles.ts', '\\/\\*.*?\\*\\/'],
  ['../../worker/enquiries/wordings.tsx', '<[^>]*>'],
];

interface Found {
  file: string;
  pattern: string;
  flags: string;
}

function regularExpressions(): Found[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const { tokens } = parse(text, {
      sourceType: 'module',
      plugins: ['typescript', 'jsx'],
      tokens: true,
    });
    return (tokens ?? []).flatMap(({ type, value }: { type: { label?: string }; value: Found }) =>
      type.label === 'regexp' ? [{ file, pattern: value.pattern, flags: value.flags }] : [],
    );
  });
}

test('no regular expression that ships can be made to run for long', () => {
  const found = regularExpressions();
  expect(found.length).toBeGreaterThan(30);
  const bad = found.filter(({ pattern, flags }) => checkSync(pattern, flags).status !== 'safe');
  expect(bad.map(({ file, pattern }) => [file, pattern])).toEqual(readOnlyOurs);
}, 120_000);
