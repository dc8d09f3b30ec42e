/** Every address of the site, as the router knows it. Links are made of them with `href`. */
export const paths = {
  landing: '/',
  enquiry: '/enquiry',
  sent: '/sent/:reference/:tag',
  ownEnquiry: '/yours/:reference/:tag',
  evidence: '/evidence',
  privacy: '/privacy',
  accessibility: '/accessibility',
  logo: '/mark.svg',
  card: '/card.png',
  portrait: '/portrait/:file',
  health: '/healthz',
  robots: '/robots.txt',
  sitemap: '/sitemap.xml',
  securityContact: '/.well-known/security.txt',

  inbox: '/desk',
  review: '/desk/review',
  byHand: '/desk/by-hand',
  enquiries: '/desk/enquiries',
  record: '/desk/enquiries/:id',
  stage: '/desk/enquiries/:id/stage',
  notes: '/desk/enquiries/:id/notes',
  rescue: '/desk/enquiries/:id/inbox',
  extend: '/desk/enquiries/:id/keep',
  handOver: '/desk/enquiries/:id/hand-over',
  person: '/desk/enquiries/:id/person',
  personData: '/desk/enquiries/:id/person.json',
  erase: '/desk/enquiries/:id/erase',
  figures: '/desk/figures',
  leads: '/desk/exports',
  deletions: '/desk/deletions',
  copyDone: '/desk/deletions/copies/:id',
  replyTime: '/desk/promise',
  settings: '/desk/settings',
  settingsHistory: '/desk/settings/history',
  practice: '/desk/practice',
  portraitForm: '/desk/practice/portrait',
  removePortrait: '/desk/practice/portrait/remove',
  deskPortrait: '/desk/practice/photos/:file',
  factGroup: '/desk/practice/facts/:group',
  preview: '/desk/practice/preview/:page',
  publish: '/desk/practice/publish',
  dropDraft: '/desk/practice/draft/drop',
  practiceHistory: '/desk/practice/history',
  evidenceChecks: '/desk/evidence',
  evidenceOf: '/desk/evidence/:source',
  opening: '/desk/opening',
  openingData: '/desk/opening.json',
  open: '/desk/opening/open',
  shut: '/desk/opening/shut',
  testMail: '/desk/opening/test-mail',
  act: '/desk/opening/acts/:name',
  status: '/desk/status',
  endAlarm: '/desk/alarms/:kind/end',

  /** Access's own: it ends the session. */
  signOut: '/cdn-cgi/access/logout',
} as const;

/** The pages that are the same for everybody: search engines may list them. */
export const listedPaths: readonly string[] = [
  paths.landing,
  paths.evidence,
  paths.privacy,
  paths.accessibility,
];

/** In the address of a desk page that somebody comes to whose form was not received, because the session had ended. */
export const signedOut = 'signed-out';

/** "id" of "/desk/enquiries/:id/stage". */
type Parameter<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Parameter<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** A path with its parameters filled in. */
export function href<Path extends string>(path: Path, values: Record<Parameter<Path>, string>): string {
  return path.replace(/:(\w+)/g, (_, name: Parameter<Path>) => encodeURIComponent(values[name]));
}
