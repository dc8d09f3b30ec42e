/** One field of a fact as the desk asks for it. */
export interface FactField {
  /** Of the control: unlike that of any other field in its group. */
  name: string;
  label: string;
  hint?: string;
  control:
    | { kind: 'line'; autocomplete?: string; inputmode?: 'email' | 'tel' | 'numeric' | 'decimal' }
    | { kind: 'lines'; autocomplete?: string }
    | { kind: 'radios' | 'list'; options: Readonly<Record<string, { words: string; hint?: string }>> };
  /** What looks like a slip there is asked about once, and taken when it comes again unchanged. */
  asksOnce?: true;
  /** Little is typed there: two of them stand side by side. */
  short?: true;
  /** The guard reads what is typed: it is free text that advertises. */
  guarded?: Guarded;
}

/**
 * What stands in a text that the guard reads. People ('own name'), houses, streets and towns ('place') are called what they
 * are called; a 'legal name' may be that of any body.
 */
export type Guarded = 'text' | 'practice name' | 'own name' | 'place' | 'legal name';

/** Fields that belong together, under one heading if there are several. */
export interface FactPart {
  /** Where a link to the fact leads that none of its fields is named after. */
  id?: string;
  legend?: string;
  hint?: string;
  fields: readonly FactField[];
}

/** What stands in the fields, by their names. */
export type Typed = Readonly<Record<string, string>>;
/** What is wrong with them. */
export type Mistakes = Partial<Record<string, string>>;

/** One filling-in of a form: what was typed, and a place to say what is wrong with it. */
export interface Filling {
  /** What was typed into a field, '' for nothing. */
  typed(name: string): string;
  /** Only the first that is said of a field counts. */
  refuse(name: string, why: string): undefined;
}

/** The hidden field that says what was asked about, or was taken already. */
export function askedField(name: string): string {
  return `${name}-asked`;
}

/** How a fact is asked for, and how what was typed becomes the fact. Undefined is a fact that is still missing. */
export interface FactForm<Fact> {
  parts(typed: Typed): readonly FactPart[];
  write(fact: Fact): Typed;
  read(filling: Filling): Fact | undefined;
}
