import { relief } from './relief.ts';
import type { Rule } from './rule.ts';
import { body } from './rules/body.ts';
import { certainty } from './rules/certainty.ts';
import { cure } from './rules/cure.ts';
import { lasting } from './rules/lasting.ts';
import { praise } from './rules/praise.ts';
import { pressure } from './rules/pressure.ts';
import { wellbeing } from './rules/wellbeing.ts';
import { wordOfOthers } from './rules/word-of-others.ts';

/** Everything that is looked for in a sentence, wherever it stands. */
export const rules: readonly Rule[] = [
  ...cure,
  ...lasting,
  ...certainty,
  ...body,
  ...wellbeing,
  ...praise,
  ...wordOfOthers,
  ...pressure,
  relief,
];
