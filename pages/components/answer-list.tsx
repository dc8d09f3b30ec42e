import { dialled, displayPhone } from '../content/phone.ts';
import {
  answerText,
  type QuestionName,
  questionNames,
  questions,
  type StoredAnswers,
} from '../content/questions.ts';
import { Term } from './term.tsx';

/** What was answered, for a `<dl>`; questions without an answer are left out. */
export function AnswerTerms({ answers }: { answers: StoredAnswers }) {
  return (
    <>
      {questionNames.map(
        (name) =>
          answers[name] && (
            <Term term={questions[name].label}>
              <Answer name={name} answers={answers} />
            </Term>
          ),
      )}
    </>
  );
}

function Answer({ name, answers }: { name: QuestionName; answers: StoredAnswers }) {
  const text = answerText(name, answers);
  const { kind } = questions[name].control;
  if (kind === 'email' && text.includes('@'))
    return <a href={`mailto:${encodeURIComponent(text)}`}>{text}</a>;
  if (kind === 'tel' && dialled(text)) return <a href={`tel:${dialled(text)}`}>{displayPhone(text)}</a>;
  return <bdi class="typed">{text}</bdi>;
}
