import { usualDigits, usualWidth } from '../../typed-text.ts';
import { postcodeAreas } from '../postcode-areas.ts';

const outwardFirst = /^([A-Z]{1,2})(\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/;

/** Royal Mail's form of it, in capitals and spaced; undefined when it has another, or its area does not exist. */
export function readPostcode(typed: string): string | undefined {
  const close = usualDigits(usualWidth(typed))
    .toUpperCase()
    .replace(/[^A-Z\d]/g, '')
    // The letter where the digit belongs.
    .replace(/O(?=[A-Z]{2}$)/, '0');
  const [, area = '', district, inward] = outwardFirst.exec(close) ?? [];
  return postcodeAreas.has(area) ? `${area}${district} ${inward}` : undefined;
}

/** A postal address without its postcode, if one stands in it. */
export function withoutPostcode(address: string): string | undefined {
  const found = [...address.matchAll(/\b[A-Z]{1,2}\d[A-Z\d]?[ .-]{0,2}[\dO][A-Z]{2}\b/gi)].findLast(
    ([text]) => readPostcode(text) !== undefined,
  );
  return found && `${address.slice(0, found.index)} ${address.slice(found.index + found[0].length)}`.trim();
}
