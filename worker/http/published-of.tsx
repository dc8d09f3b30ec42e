import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { nobody, type Practice, PracticeContext } from '../../pages/practice.ts';
import { type Published, publishedNow } from '../practice/published.ts';
import type { AppEnv } from './app-env.ts';

/** The published practice, the same for as long as one request lasts; undefined when nobody knows it. */
export function publishedOf(c: Context<AppEnv>): Promise<Published | undefined> {
  const found = c.var.published ?? publishedNow(c.env, c.executionCtx);
  c.set('published', found);
  return found;
}

/** The practice for words on a page that has something to say even where nobody knows whose site it is. */
export async function practiceOf(c: Context<AppEnv>): Promise<Practice> {
  return (await publishedOf(c))?.practice ?? nobody;
}

/** Answers with a page of this practice. */
export async function sendPage(c: Context<AppEnv>, page: Child, status?: ContentfulStatusCode) {
  return c.html(inPractice(await practiceOf(c), page), status);
}

export function inPractice(practice: Practice, page: Child) {
  return <PracticeContext.Provider value={practice}>{page}</PracticeContext.Provider>;
}
