import { checkText } from '../guard/check-text.ts';

const text = process.argv.slice(2).join(' ').trim();
const violations = checkText(text);
for (const { words, rule, sentence, why, instead } of violations)
  console.log(`"${words}" (${rule})\n  in: ${sentence}\n  why: ${why}\n  instead: ${instead}\n`);
if (text === '') console.error('Give it a sentence: npm run guard -- "Acupuncture may give some relief."');
else console.log(violations.length === 0 ? 'fair' : `${violations.length} found.`);
process.exitCode = text === '' || violations.length > 0 ? 1 : 0;
