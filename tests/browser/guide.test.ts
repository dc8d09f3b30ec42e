import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { usualSettings } from '../../scripts/account/site-file.ts';
import { root } from '../../scripts/wrangler.ts';

// What the guides tell somebody to type, open or look up is there.

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const markdownIn = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const guides = [...markdownIn('.'), ...markdownIn('docs')];
const decisions = markdownIn('docs/decisions');

const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));

/** What stands in a text as code: lines of fenced blocks, and what is between backticks. */
function codeIn(text: string): string[] {
  const fenced = [...text.matchAll(/^ *```\w*\n(.*?)^ *```/gms)].flatMap(([, block = '']) =>
    block.split('\n'),
  );
  const inline = text.replaceAll(/^ *```.*?^ *```/gms, '').matchAll(/`([^`\n]+)`/g);
  return [...fenced, ...[...inline].map(([, code = '']) => code)].map((code) => code.trim());
}

/** `npm run NAME -- …` and its shorter forms, each with what stands behind. */
function commandsIn(text: string) {
  return codeIn(text).flatMap((code) => {
    const [, shortName, name = shortName, args = ''] =
      /^(?:\w+=\S* )*npm (?:(start|test)|run ([\w:-]+))(?: -- ([^#]*))?/.exec(code) ?? [];
    return name ? [{ code, name, args }] : [];
  });
}

/** Whether the script's own source knows an option, from parseArgs or by its name. Other people's tools know theirs. */
function knows(script: string, option: string): boolean {
  const [, file] = /(\S+\.ts)$/.exec(script) ?? [];
  if (!file) return true;
  return new RegExp(`(?<![\\w'-])'?${option}'?: \\{ type: |'--${option}'`).test(read(file));
}

test('every command of a guide is one that there is, with options that it knows', () => {
  const unknown = guides.flatMap((guide) =>
    commandsIn(read(guide)).flatMap(({ code, name, args }) => {
      const script = scripts[name];
      if (!script) return [`${guide}: ${code}`];
      // What follows there is wrangler's own.
      if (name === 'wrangler') return [];
      const options = [...args.matchAll(/(?<!\S)--([a-z][a-z-]*)/g)].map(([, option = '']) => option);
      return options
        .filter((option) => !knows(script, option))
        .map((option) => `${guide}: ${code}: --${option}`);
    }),
  );
  expect(unknown).toEqual([]);
  expect(commandsIn(read('docs/launch.md')).map(({ name }) => name)).toContain('deploy');
});

test('every setting that a guide says to set is there', () => {
  const settings = guides.flatMap((guide) =>
    [...read(guide).matchAll(/--set (\w+)=/g)].map(([, name]) => `${guide}: ${name}`),
  );
  const known = Object.keys(usualSettings());
  expect(settings.filter((one) => !known.includes(one.split(': ')[1] ?? ''))).toEqual([]);
});

test('nobody is sent to a wrangler that does not know the site', () => {
  const sent = [...guides, ...decisions].filter((text) => /npx\s+wrangler/.test(read(text)));
  expect(sent).toEqual([]);
});

/** The part of an address behind #, as GitHub makes it from a heading. */
function anchor(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function leadsNowhere(from: string, link: string): boolean {
  const [file = '', part] = link.split('#');
  const path = file ? join(dirname(from), file) : from;
  if (!existsSync(join(root, path))) return true;
  if (part === undefined) return false;
  return ![...read(path).matchAll(/^#+ (.*)$/gm)].some(([, heading = '']) => anchor(heading) === part);
}

test('every link leads to a file and a heading, and every file that is named is there', () => {
  const links = [...guides, ...decisions].flatMap((text) =>
    [...read(text).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)]
      .filter(([, link = '']) => leadsNowhere(text, link))
      .map(([, link]) => `${text}: ${link}`),
  );
  expect(links).toEqual([]);
  // A decision tells of its own day; what is named there may have gone.
  const files = guides.flatMap((guide) =>
    codeIn(read(guide))
      .filter((code) =>
        /^(?:scripts|worker|pages|tests|docs|guard|bench|migrations|\.github)\/[\w./-]*$/.test(code),
      )
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${guide}: ${path}`),
  );
  expect(files).toEqual([]);
});

test('the operations guide explains each page with which the desk refuses somebody', () => {
  const [, refusals = ''] = /const refusals(.*?)^};/ms.exec(read('pages/desk/desk-problem.tsx')) ?? [];
  const titles = [...refusals.matchAll(/title: '([^']+)'/g)].map(([, title = '']) => title);
  expect(titles.length).toBeGreaterThan(5);
  expect(titles.filter((title) => !read('docs/operations.md').includes(`| ${title} |`))).toEqual([]);
});
