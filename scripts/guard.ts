import { checkText } from '../guard/check-text.ts';

const text = process.argv.slice(2).join(' ').trim();
const violations = checkText(text);

if (text === '') {
  console.error('Give it a sentence: npm run guard -- "Acupuncture may give some people short-term relief."');
  process.exitCode = 1;
} else if (violations.length === 0) {
  console.log('fair');
} else {
  for (const { words, rule, sentence, why, instead } of violations)
    console.log(`"${words}" (${rule})\n  in: ${sentence}\n  why: ${why}\n  instead: ${instead}\n`);
  console.log(`${violations.length} found.`);
  process.exitCode = 1;
}
