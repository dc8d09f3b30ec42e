import { askedField, type FactForm } from './fact-form.ts';
import { type LineField, readLine } from './read-line.ts';

interface LineForm extends LineField {
  /** The fact in a line, or undefined after saying why there is none. */
  refine?: (line: string, refuse: (why: string) => undefined, wasAsked: boolean) => string | undefined;
}

/** A fact that is one line of text. */
export function lineForm({ refine, ...field }: LineForm): FactForm<string> {
  return {
    parts: () => [{ fields: [field] }],
    write: (fact) => ({ [field.name]: fact, ...(field.asksOnce ? { [askedField(field.name)]: fact } : {}) }),
    read(filling) {
      const line = readLine(filling, field);
      if (line === undefined || !refine) return line;
      const wasAsked = filling.typed(askedField(field.name)) === filling.typed(field.name);
      return refine(line, (why) => filling.refuse(field.name, why), wasAsked);
    },
  };
}
