import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { expect, test } from 'vitest';
import { displayPhone } from '../../pages/content/phone.ts';

test('a British mobile is shown just as the library would show it', () => {
  const digits = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999_999 }));
  fc.assert(
    fc.property(digits, ([start, end]) => {
      const kept = `+447${String(start).padStart(3, '0')}${String(end).padStart(6, '0')}`;
      expect(displayPhone(kept)).toBe(parsePhoneNumberFromString(kept, 'GB')?.formatNational());
    }),
    { numRuns: 5000 },
  );
});
