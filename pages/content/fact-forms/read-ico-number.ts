import { plainLine, usualDigits, usualWidth } from '../../typed-text.ts';
import { icoShape } from '../facts.ts';
import { isKeyboardRun } from '../keyboard-runs.ts';

/** Words that stand before it where it is copied from. */
const labels = new Set(
  "ICO DATA PROTECTION DP INFORMATION COMMISSIONER COMMISSIONER'S OFFICE REGISTRATION REGISTERED REGISTER REG REFERENCE REF NUMBER NUM NO CERTIFICATE OUR MY IS".split(
    ' ',
  ),
);

function withoutLabel(text: string): string {
  const parts = text.slice(0, 200).split(/[.:#)\s-]/);
  const first = parts.findIndex((part) => part !== '' && !labels.has(part));
  return first < 0 ? '' : parts.slice(first).join('');
}

/** The Information Commissioner's number as it is pasted: "Registration reference: ZA123456", with a letter O for a zero. */
export function readIcoNumber(typed: string): string | undefined {
  const upper = usualDigits(usualWidth(plainLine(typed).replace(/[‘’]/g, "'"))).toUpperCase();
  const close = withoutLabel(upper).replace(/[ .\-\u2010-\u2015/()]/g, '');
  const [, prefix = '', rest = ''] = /^(Z[ABC]|[AZ])?(.*)$/.exec(close) ?? [];
  const number = prefix + rest.replaceAll('O', '0');
  const digits = number.replace(/\D/g, '');
  const isMadeUp = /^(\d)\1*$/.test(digits) || (prefix === '' && isKeyboardRun(digits));
  return icoShape.test(number) && !isMadeUp ? number : undefined;
}
