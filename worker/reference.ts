// No vowels, so no words; none of 0 O 1 I L 2 Z 5 S 8 B U, which people misread or mishear.
const letters = '34679CDFGHJKMNPQRTVWXY';
const referenceLength = 8;

/** A text of ours, made from an id. Nothing else is one, so that no visitor's words can stand where a reference is meant. */
export type Reference = string & { readonly madeBy: 'referenceOf' };

/** The 8 characters a visitor reads out on the phone, derived from the id. */
export function referenceOf(id: string): Reference {
  let number = BigInt(`0x${id}`);
  let reference = '';
  for (let place = 0; place < referenceLength; place++) {
    reference += letters.charAt(Number(number % BigInt(letters.length)));
    number /= BigInt(letters.length);
  }
  // The one place where a text becomes a reference.
  return reference as Reference;
}

const shape = new RegExp(`^[${letters}]{${referenceLength}}$`);

/** The text as a reference; undefined when it cannot be one. */
export function readReference(text: string): Reference | undefined {
  return shape.test(text) ? (text as Reference) : undefined; // It has the shape of one.
}
