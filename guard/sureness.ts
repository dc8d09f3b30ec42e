import type { Certainty } from '../pages/content/findings.ts';
import { isDenied } from './denial.ts';

/** GRADE's word for how sure a sentence sounds; `certain` is surer than any study allows. */
export type Sounding = Certainty | 'certain';

const verbs =
  '(?:reduc|eas|reliev|improv|lessen|help|sooth|alleviat|decreas|increas|prevent|boost|restor|treat|calm|cut|benefit|work)';
const few = String.raw`(?:[\w'-]+ ){0,4}?`;
const felt = '(?:pain|aches?|stiffness|discomfort|symptoms?|disability|function|movement|mobility|backs?)';

// What is said to happen, or to have been brought about. "Pain was 9 points lower" only reports what was measured.
const effects = new RegExp(
  [
    String.raw`\b${verbs}(?:e|e?s)?\b`,
    String.raw`\b${verbs}(?:e?d|ing) ${few}${felt}\b`,
    String.raw`\b(?:acupuncture|needl\w+|treatment|sessions|it) (?:(?:ha[sd]|have|\w+ly|may|also) ){0,2}${verbs}e?d\b`,
    String.raw`\b(?:may|might|could|can|will|not|to|\w+ly) lower\b|\blowers\b|\blower(?:ed|ing) ${few}${felt}\b`,
    String.raw`\b(?:is|are|be) ${few}(?:better|lower|less|effective|superior|beneficial|reduced|eased|relieved|improved)\b`,
    String.raw`\b(?:giv|bring|provid|produc|offer|lead|result|mak|mean|ha[sv]|feel|get)(?:e?s?|s) ${few}(?:relief|less|lower|better|difference|gains?|effect on)\b`,
    String.raw`\b(?:gave|brought|provided|produced|led|resulted|made) ${few}(?:relief|less|lower|better|difference|gains?)\b`,
    String.raw`\b${felt} (?:\w+ ){0,2}?(?:falls?|drops?|fades?|lifts?|goes down|go down)\b`,
    String.raw`\b(?:beats?|outperforms?|takes? ${few}${felt} away)\b`,
  ].join('|'),
  'giu',
);
const certain =
  /\b(?:certainly|definitely|undoubtedly|undeniably|unquestionably|conclusively|surely|assuredly|clearly|always|without (?:a |any )?doubt|(?:beyond|no) doubt|prove[ns]?|guarantee\w*|(?:sure|certain|bound) to|it is (?:certain|clear|a fact)|for (?:sure|certain))\b/giu;
// From the least sure on: the first that is found counts.
const hedges = [
  [
    'very low',
    /\b(?:uncertain|not at all sure|unclear|unknown|not (?:known|clear)|no clear|nobody knows|no one knows|(?:cannot|can't|nobody can|no one can) (?:tell|say|know)|too (?:weak|thin) to|been nothing)\b(?! (?:how|why)\b)/iu,
  ],
  ['low', /\b(?:may|might|could|perhaps|possibly|maybe|seems?|appears?|suggests?|if\b.* at all)\b/iu],
  ['moderate', /\b(?:probabl[ey]|likely)\b/iu],
] as const satisfies readonly (readonly [Certainty, RegExp])[];

const evidenceUncertain =
  /\bbut (?:the|this|its) (?:evidence|result|finding)s? (?:is|are) very uncertain\b/iu;
const clauseEdge =
  /[;:]|,(?! (?:if|perhaps|probably|possibly|maybe)\b)|\b(?:and|but|so|which|while|whereas|although|because)\b/iu;
const saysNothing =
  /\b(?:not|nobody|no one|never|cannot|\w+n't) (?:\w+ )?(?:mean|say|says|show|shown|prove|proven|claim|promise)\b/iu;
// "may … reduces": what a modal verb governs has no ending.
const modal = /\b(?:may|might|could)\b/iu;
const finite = /^(?:\w+(?<!s)s|is|are)\b/iu;

/** How sure a sentence sounds of an effect; undefined when it states none. "Does not ease pain" states one as well. */
export function sounding(sentence: string): Sounding | undefined {
  const sure = [...sentence.matchAll(certain)];
  if (sure.some(({ 0: words, index }) => !isDenied(sentence, index, index + words.length))) return 'certain';
  if (saysNothing.test(sentence)) return undefined;
  let inherited: Certainty = 'high';
  const heard = sentence.split(clauseEdge).flatMap((clause) => {
    const found = [...clause.matchAll(effects)].map(([words]) => words);
    const own = hedgeOf(clause, found);
    if (own !== 'high' || found.some((words) => finite.test(words))) inherited = own;
    return found.length > 0 ? [inherited] : [];
  });
  if (heard.length > 0 && evidenceUncertain.test(sentence)) return 'very low';
  return (['high', 'moderate', 'low', 'very low'] as const).find((word) => heard.includes(word));
}

function hedgeOf(clause: string, effects: readonly string[]): Certainty {
  const [certainty = 'high', words = /$/u] = hedges.find(([, words]) => words.test(clause)) ?? [];
  const governs = certainty !== 'low' || !modal.test(words.exec(clause)?.[0] ?? '');
  return governs || !effects.every((effect) => finite.test(effect)) ? certainty : 'high';
}
