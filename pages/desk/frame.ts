import { createContext } from 'hono/jsx';
import type { OpenAlarm } from '../content/alarms.ts';
import { paths } from '../paths.ts';

export interface Todo {
  words: string;
  /** The page of the desk where it is done. */
  where: string;
}

/** What every page of the desk shows around its own content. */
export interface Frame {
  /** Enquiries in Review. */
  inReview: number;
  /** Enquiries that will soon be deleted. */
  leaving: number;
  /** Copies that still hold somebody who was deleted. */
  copies: number;
  alarms: readonly OpenAlarm[];
  /** What the practitioner ought to know, such as mails that have not gone out. */
  notices: readonly string[];
  /** What there is to do in time, on the page where the day begins. */
  todos: readonly Todo[];
  session: Session;
  /** How many things are missing before a site opens for the first time, on the page where the day begins. */
  missingToOpen?: number | undefined;
}

/** What a page needs to know about the practitioner's session with Cloudflare Access. */
export interface Session {
  /** When it ends; undefined where nobody says, as under `npm start`. */
  until: Date | undefined;
  /** In less than half an hour. */
  endsSoon: boolean;
  /** It had ended while a form was open, and the form was not received. */
  wasOver: boolean;
  /** The address that ends it and begins another. */
  signInAgain: string;
}

/** The Worker gives it to every page of the desk; without it a page needs no database, as one that says what went wrong. */
export const FrameContext = createContext<Frame>({
  inReview: 0,
  leaving: 0,
  copies: 0,
  alarms: [],
  notices: [],
  todos: [],
  session: { until: undefined, endsSoon: false, wasOver: false, signInAgain: paths.inbox },
});
