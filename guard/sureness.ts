import type { Certainty } from '../pages/content/findings.ts';
import { isDenied } from './denial.ts';

const verbs =
  '(?:reduc|eas|reliev|improv|lessen|help|sooth|alleviat|decreas|diminish|increas|prevent|remov|boost|restor|treat|calm|cut|benefit|work)';
const few = String.raw`(?:[\w'-]+ ){0,4}?`;
const felt = '(?:pain|aches?|stiffness|discomfort|symptoms?|disability|function|movement|mobility|backs?)';

// What is said to happen, or to have been brought about. "Pain was 9 points lower" only reports what was measured.
const effects = new RegExp(
  [
    String.raw`\b${verbs}(?:e|e?s)?\b`,
    String.raw`\b(?:${verbs}|lower)(?:e?d|ing) ${few}${felt}\b`,
    String.raw`\b(?:acupuncture|needl\w+|treatment|sessions|it) (?:(?:ha[sd]|have|\w+ly|may|also) ){0,2}${verbs}e?d\b`,
    String.raw`\b(?:is|are|be) ${few}(?:better|lower|less|good for|effective|superior|helpful|beneficial|reduced|eased|relieved|improved)\b`,
    String.raw`\b(?:giv|bring|provid|produc|offer|lead|result|mak|mean|ha[sv]|feel|get|experienc)(?:e?s?|s) ${few}(?:relief|less|lower|better|easier|difference|gains?|effect on)\b`,
    String.raw`\b(?:gave|brought|provided|produced|led|resulted|made) ${few}(?:relief|less|lower|better|difference|gains?)\b`,
    String.raw`\b(?:beats?|outperforms?|(?:reduction|decrease|improvement)s? in)\b`,
    // How sure it is said to be counts as well, also where no effect is named beside it.
    String.raw`\b(?:high|moderate|low)[ -]certainty\b|\b(?:very|fairly|quite) (?:sure|certain|confident)\b`,
  ].join('|'),
  'giu',
);
// Anything else about how people fare counts as an effect too, unless it tells what was measured or who advises what.
const faring = new RegExp(String.raw`\b(?:${felt}|relief|hurts?|benefits?|worthwhile|remedy)\b`, 'iu');
const reported = /\b(?:was|were|had|did|fell|found|could|\w{3,}ed|idea|NICE|NHS|WHO|SIGN)\b/u;
const certain =
  /\b(?:certainly|definitely|undoubtedly|undeniably|unquestionably|conclusively|surely|assuredly|absolutely|clearly|always|without (?:a |any )?(?:doubt|question)|demonstrabl[ey]|(?:beyond|no) (?:any |a )?(?:doubt|question)|prove[ns]?|guarantee\w*|(?:sure|certain|bound) to|(?:is|are|be) certain\b(?! kinds?)|it is (?:certain|clear|a fact)|for (?:sure|certain))\b/giu;
const veryUnsure =
  /\b(?:uncertain|not at all sure|unclear|unknown|not (?:known|clear)|no clear|nobody knows|no one knows|(?:do|does) not know|(?:cannot|can't|nobody can|no one can) (?:tell|say|know)|too (?:weak|thin) to|been nothing|very low[ -]certainty)\b(?! (?:how|why)\b)/iu;
const unsure =
  /\b(?:may|might|could|perhaps|possibly|maybe|seems?|appears?|suggests?|not sure|unsure|low[ -]certainty|if\b.* at all)\b/iu;
const likely = /\b(?:probabl[ey]|likely|(?:fairly|quite) (?:sure|confident)|moderate[ -]certainty)\b/iu;
// The least sure counts.
const hedges = [['very low', veryUnsure] as const, ['low', unsure] as const, ['moderate', likely] as const];
const evidenceUncertain =
  /\b(?:evidence|results?|findings?) (?:is|are|was|were) (?:very uncertain|of very low certainty)\b/iu;
const clauseEdge =
  /[;:]|,(?! (?:if|perhaps|probably|possibly|maybe)\b)|\b(?:and|but|so|which|while|whereas|although|because)\b/iu;
const saysNothing =
  /\b(?:not|nobody|no one|never|cannot|\w+n't) (?:\w+ )?(?:mean|say|says|show|shown|prove|proven|claim|promise)\b/iu;
// "may … reduces": what a modal verb governs has no ending.
const modal = /\b(?:may|might|could)\b/iu;
// "may ease pain and improve function" is one thing said; a subject of its own, or a verb with an ending, begins another.
const startsAnew = /^\s*(?:it|they|this|acupuncture|needl\w+|people|pain)\b/iu;
const finite = /^(?:\w+(?<!s)s|is|are)\b/iu;

/** How sure a sentence sounds of an effect, in GRADE's words, or `certain`: surer than any study allows. Undefined when it states none; "does not ease pain" states one. */
export function sounding(sentence: string): Certainty | 'certain' | undefined {
  const sure = [...sentence.matchAll(certain)];
  if (sure.some(({ 0: words, index }) => !isDenied(sentence, index, index + words.length))) return 'certain';
  let inherited: Certainty = 'high';
  const heard = sentence.split(clauseEdge).flatMap((clause) => {
    const found = [...clause.matchAll(effects)].map(([words]) => words);
    const own = hedgeOf(clause, found);
    const isEffect = found.length > 0 || (faring.test(clause) && !reported.test(sentence));
    if (own !== 'high' || startsAnew.test(clause) || found.some((words) => finite.test(words)))
      inherited = own;
    return isEffect && !saysNothing.test(clause) ? [inherited] : [];
  });
  if (heard.length > 0 && evidenceUncertain.test(sentence)) return 'very low';
  return (['high', 'moderate', 'low', 'very low'] as const).find((word) => heard.includes(word));
}

function hedgeOf(clause: string, effects: readonly string[]): Certainty {
  const [certainty = 'high', words = /$/u] = hedges.find(([, words]) => words.test(clause)) ?? [];
  const isModal = modal.test(words.exec(clause)?.[0] ?? '');
  return isModal && effects.length > 0 && effects.every((effect) => finite.test(effect)) ? 'high' : certainty;
}
