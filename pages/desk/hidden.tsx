/** Fields of the desk's forms that nobody types into. */
const hiddenNames = [
  'basis',
  'version',
  'newest',
  'draft',
  'seen',
  'was',
  'filter',
  'formKey',
  'shown',
  'shorter',
] as const;

/** Buttons that say which of them was pressed. */
const buttonNames = ['back', 'done', 'kind', 'move'] as const;

type HiddenName = (typeof hiddenNames)[number];

interface HiddenProps {
  /** With what it is about, where a form has several: "seen-massage". */
  name: HiddenName | `${HiddenName}-${string}`;
  value: string | number | undefined;
}

/** What a form's handler has to know beside what is typed. */
export function Hidden({ name, value }: HiddenProps) {
  return <input type="hidden" name={name} value={value} />;
}

/** Whether somebody may have typed or chosen what a field says. */
export function isTyped(name: string): boolean {
  const [first = ''] = name.split('-');
  return ![...hiddenNames, ...buttonNames].some((hidden) => hidden === first);
}
