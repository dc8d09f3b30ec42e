import { TextField } from '../../components/text-field.tsx';
import { mostWorkingDays } from '../../content/reply-time.ts';

export interface TypedReplyTime {
  workingDays: string;
  awayUntil: string;
}

export type ReplyTimeMistakes = { [Name in keyof TypedReplyTime]?: string | undefined };

interface ReplyTimeFieldsProps {
  typed: TypedReplyTime;
  mistakes: ReplyTimeMistakes;
}

export function ReplyTimeFields({ typed, mistakes }: ReplyTimeFieldsProps) {
  return (
    <>
      <TextField
        name="workingDays"
        label="Working days within which you reply"
        hint={`1 to ${mostWorkingDays}. Choose one that you can manage.`}
        value={typed.workingDays}
        mistake={mistakes.workingDays}
        type="text"
        inputmode="numeric"
      />
      <TextField
        name="awayUntil"
        label="Away until (optional)"
        hint="The day on which you are back. From that day on the page stops saying that you are away."
        value={typed.awayUntil}
        mistake={mistakes.awayUntil}
        type="date"
      />
    </>
  );
}
