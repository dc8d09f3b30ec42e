import { expect, test } from 'vitest';
import { type Allowed, checkPage, checkPages, inWords } from '../../guard/check-page.ts';
import { textOfPage } from '../../guard/text-of-page.ts';

const page = `<!doctype html><html><head><title>A title</title>
<meta name="description" content="What it is. What it is not."><meta property="og:title" content="A preview">
<meta name="viewport" content="width=device-width">
<script type="application/ld+json">{"@type":"Thing","name":"A name","url":"https://a.example/","more":[{"about":"A thing"}]}</script>
<style>p::before{}</style></head><body><header>A header</header><main id="main"><h1>A <em>head</em>ing</h1>
<section id="one"><p>First<br>line, a <a href="/">link</a>.<sup><a aria-label="Source 1">1</a></sup> Second.</p>
<ul><li>Item</li></ul><img alt="A picture"><svg><title>A plot</title><desc>Its words</desc><text>A label</text></svg></section>
<table><tr><td>Cell</td><td>Next</td></tr></table><button>Send</button><input type="submit" value="Go"><input value="typed">
<details><summary>A question</summary>Its answer</details></main></body></html>`;

test('every text that a person or a robot gets is read, with its place', () => {
  const found = textOfPage(page, '/');
  expect(found.map(({ place, sentence }) => `${place}: ${sentence}`).sort()).toEqual(
    [
      'title: A title',
      'description: What it is.',
      'description: What it is not.',
      'link preview: A preview',
      'structured data: A name',
      'structured data: A thing',
      '/: A header',
      '/: A heading',
      'one: First line, a link.',
      'one: Second.',
      'one: 1',
      'one: Item',
      'one: A picture',
      'one: Source 1',
      'one: A plot',
      'one: Its words',
      'one: A label',
      '/: Cell',
      '/: Next',
      '/: Send',
      '/: Go',
      '/: A question',
      '/: Its answer',
    ].sort(),
  );
});

const cure = { name: '/x', html: '<main><p>It <b>cu</b>res.</p></main>' };
const allowance: Allowed = { sentence: 'It cures.', rule: 'cure', reason: 'a test' };

test('a failure names the page, the words and the rule', () => {
  expect(checkPage(cure).map(inWords).join()).toMatch(/^\/x .*"cures" \[cure\]/);
});

test('an allowance passes its own rule, and is a failure itself once nothing needs it', () => {
  expect(checkPages([cure], [allowance])).toEqual({ failures: [], unneeded: [] });
  expect(checkPages([cure], [{ ...allowance, rule: 'heal' }]).failures).toHaveLength(1);
  expect(checkPages([{ ...cure, html: '<p>Fine</p>' }], [allowance]).unneeded).toEqual([
    'No page needs this any more: "It cures." (a test)',
  ]);
});
