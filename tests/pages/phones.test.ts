import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import {
  costsExtra,
  dialled,
  displayPhone,
  e164,
  isNoMobile,
  phoneAsText,
} from '../../pages/content/phone.ts';
import { phoneDoubt } from '../../pages/content/phone-doubts.ts';
import { readPhone } from '../../pages/content/read-phone.ts';

describe('a number that rings passes at once, whatever it is written with', () => {
  test.each([
    // Mobiles, and what is written around their digits.
    ['07700 900123', '+447700900123'],
    ['07700900123', '+447700900123'],
    ['7700 900123', '+447700900123'],
    ['(07700) 900 123', '+447700900123'],
    ['07700-900-123', '+447700900123'],
    ['07700–900—123', '+447700900123'],
    ['07700−900‑123', '+447700900123'],
    ['07700.900.123', '+447700900123'],
    ['07700/900123', '+447700900123'],
    ['07700 900 123.', '+447700900123'],
    ['+44 7700 900123', '+447700900123'],
    ['+447700900123', '+447700900123'],
    ['+44 (0)7700 900123', '+447700900123'],
    ['+44(0)7700900123', '+447700900123'],
    ['+44 07700 900123', '+447700900123'],
    ['(+44) 7700 900123', '+447700900123'],
    ['+(44) 7700 900123', '+447700900123'],
    ['0044 7700 900123', '+447700900123'],
    ['00 44 (0) 7700 900123', '+447700900123'],
    ['44 7700 900123', '+447700900123'],
    ['+0 7700 900123', '+447700900123'],
    ['tel:+44-7700-900123', '+447700900123'],
    ['O77OO 900123', '+447700900123'],
    ['０７７００　９００１２３', '+447700900123'],
    ['＋４４ ７７００ ９００１２３', '+447700900123'],
    ['٠٧٧٠٠ ٩٠٠١٢٣', '+447700900123'],
    ['०७७०० ९००१२३', '+447700900123'],
    ['০৭৭০০ ৯০০১২৩', '+447700900123'],
    ['0️⃣7️⃣7️⃣0️⃣0️⃣ 900123', '+447700900123'],
    ['07911 123456', '+447911123456'],
    ['07624 412345', '+447624412345'],
    ['07781 123456', '+447781123456'],
    ['07797 712345', '+447797712345'],
    // Landlines and numbers of companies.
    ['020 7946 0018', '+442079460018'],
    ['0113 496 0123', '+441134960123'],
    ['0121 496 0123', '+441214960123'],
    ['0191 498 0123', '+441914980123'],
    ['028 9649 6123', '+442896496123'],
    ['029 2018 0123', '+442920180123'],
    ['01632 960123', '+441632960123'],
    ['01204 61234', '+44120461234'],
    ['016977 2345', '+44169772345'],
    ['016977 23456', '+441697723456'],
    ['01481 720000', '+441481720000'],
    ['01534 720000', '+441534720000'],
    ['01624 670000', '+441624670000'],
    ['03069 990123', '+443069990123'],
    ['0300 123 4567', '+443001234567'],
    ['0808 157 0123', '+448081570123'],
    ['0800 1111', '+448001111'],
    ['0800 123456', '+44800123456'],
    ['0845 46 47', '+448454647'],
    ['0870 123 4567', '+448701234567'],
    ['0909 879 0123', '+449098790123'],
    ['055 1234 5678', '+445512345678'],
    ['056 1234 5678', '+445612345678'],
    // Every country with its code.
    ['+353 87 123 4567', '+353871234567'],
    ['+353 (0)87 123 4567', '+353871234567'],
    ['00353871234567', '+353871234567'],
    ['+353 1 234 5678', '+35312345678'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['+34 612 345 678', '+34612345678'],
    ['+39 06 1234 5678', '+390612345678'],
    ['+39 347 123 4567', '+393471234567'],
    ['+49 151 23456789', '+4915123456789'],
    ['+48 512 345 678', '+48512345678'],
    ['+45 32 12 34 56', '+4532123456'],
    ['+1 202 555 0143', '+12025550143'],
    ['+1 (416) 555-0143', '+14165550143'],
    ['+91 98765 43210', '+919876543210'],
    ['+61 412 345 678', '+61412345678'],
    ['+234 803 123 4567', '+2348031234567'],
    ['+372 5123 4567', '+37251234567'],
    ['+800 1234 5678', '+80012345678'],
  ])('%s', (typed, stored) => {
    expect(readPhone(typed)).toEqual({ phone: stored, remark: '' });
    expect(phoneDoubt(stored)).toBeUndefined();
    expect(readPhone(displayPhone(stored)).phone).toBe(stored);
  });
});

test('marks that nobody sees make no difference, wherever they are', () => {
  for (const mark of [
    ...'\u202a\u202c\u202d\u200e\u200f\u200b\u200c\u200d\u2060\u2066\u2069\ufeff\u00ad\u061c\ufe0f\u034f\u180e',
  ])
    for (const typed of [`${mark}+44 7911 123456${mark}`, `0${mark}7911 ${mark}123456`])
      expect([mark, readPhone(typed)]).toEqual([mark, { phone: '+447911123456', remark: '' }]);
});

test('an extension is stored with the number, in any usual writing', () => {
  for (const ext of [
    'ext 12',
    'ext. 12',
    'ext: 12',
    'Extension 12',
    'extn. 12',
    'x12',
    'x 12',
    '#12',
    ', ext 12',
    '(ext 12)',
    ';ext=12',
  ])
    expect([ext, readPhone(`020 7946 0018 ${ext}`)]).toEqual([
      ext,
      { phone: '+442079460018;ext=12', remark: '' },
    ]);
  expect(readPhone('020 7946 0018x12 after 6pm')).toEqual({
    phone: '+442079460018;ext=12',
    remark: 'after 6pm',
  });
});

describe('the words around a number are a remark, and no digit of theirs is glued to it', () => {
  test.each([
    ['07700 900123 after 6pm', 'after 6pm'],
    ['after 6pm 07700 900123', 'after 6pm'],
    ['07700 900123 6pm', '6pm'],
    ['07700 900123 6 pm', '6 pm'],
    ['07700 900123 6-8pm', '6-8pm'],
    ['07700 900123 9.30 to 11am', '9.30 to 11am'],
    ['07700 900123 18:00', '18:00'],
    ['07700 900123 18.00', '18.00'],
    ['07700 900123 9-5', '9-5'],
    ['07700 900123 1/12', '1/12'],
    ['1/12 07700 900123', '1/12'],
    ['(after 6) 07700 900123', '(after 6)'],
    ['after 7 07700 900123', 'after 7'],
    ['SW1A 1AA, 07700 900123', 'SW1A 1AA'],
    ['07700 900123 + 020 7946 0018', '+ 020 7946 0018'],
    ['07700 900123 24/7', '24/7'],
    ['07700900123after6pm', 'after6pm'],
    ['07700 900123 (WhatsApp)', '(WhatsApp)'],
    ['07700900123(WhatsApp)', '(WhatsApp)'],
    ['Mob: 07700 900123', 'Mob:'],
    ['Mob:07700900123', 'Mob:'],
    ['call Jane 07700 900123', 'call Jane'],
    ['(Jane 07700 900123)', '(Jane)'],
    ['mobile 07700 900123, not Tuesdays', 'mobile, not Tuesdays'],
    ['07700 900123 - not on 3rd May', 'not on 3rd May'],
    ['Flat 2, 07700 900123', 'Flat 2'],
    ['07700 900123 or 07700 900124', 'or 07700 900124'],
    ['07700 900123 / 07700 900124', '07700 900124'],
    ['07700900123/07700900124', '07700900124'],
    ['07700 900123, +33 6 12 34 56 78', '+33 6 12 34 56 78'],
    ['07700 900123 07700 900124', '07700 900124'],
    ['07700 900123 (020 7946 0018)', '(020 7946 0018)'],
    ['home 12345, 07700 900123', 'home 12345'],
    ['+44 7700 900123 +44 7700 900124', '+44 7700 900124'],
    ['07700 900123 बाद में', 'बाद में'],
  ])('%s', (typed, remark) => {
    expect(readPhone(typed)).toEqual({ phone: '+447700900123', remark });
    // As the form is filled in for somebody who corrects their enquiry.
    expect(readPhone(`07700 900123, ${remark}`)).toEqual({ phone: '+447700900123', remark });
  });
  test.each([
    ['01632 960001/2', '+441632960001', '2'],
    ['07700 90012 6pm', '07700 90012', '6pm'],
    ['07700 90012 18:00', '07700 90012', '18:00'],
    ['07700 90012 (mobile)', '07700 90012', '(mobile)'],
    ['ask for Jo on 087 123 4567', '087 123 4567', 'ask for Jo on'],
    ['(0770) 90012 Jo', '(0770) 90012', 'Jo'],
  ])('%s', (typed, phone, remark) => {
    expect(readPhone(typed)).toEqual({ phone, remark });
  });
});

describe('what does not ring is stored as typed, and asked about in words that say what to do', () => {
  test.each([
    ['07700 90012', 'One digit seems to be missing', 'may lack a digit'],
    ['07700 9001', '2 digits seem to be missing', 'may lack 2 digits'],
    ['007911 200024', 'a 0 too many', 'a 0 too many'],
    ['07700 9001234', 'one digit too many', 'a digit too many'],
    ['07700 900123 4', 'one digit too many', 'a digit too many'],
    ['020 7946 001', 'One digit seems to be missing', 'may lack a digit'],
    ['020 7946 00188', 'one digit too many', 'a digit too many'],
    ['01632 96001', 'One digit seems to be missing', 'may lack a digit'],
    ['+44 7700 90012', 'One digit seems to be missing', 'may lack a digit'],
    ['0044 7700 90012', 'One digit seems to be missing', 'may lack a digit'],
    ['+44 7700 9001234', 'one digit too many', 'a digit too many'],
    ['087 123 4567', 'Irish number? Then start with +353', 'Irish number without +353'],
    ['0851234567', 'Irish number? Then start with +353', 'Irish number without +353'],
    ['06 12 34 56 78', 'French or Dutch', 'without +33 or +31'],
    ['07 12 34 56 78', 'One digit seems to be missing', 'may lack a digit'],
    ['612 345 678', 'Spanish or Polish', 'without +34 or +48'],
    ['0151 23456789', 'German number? Then start with +49', 'without +49'],
    ['0171 1234567', 'German number? Then start with +49', 'without +49'],
    ['0170 12345678', 'German number? Then start with +49', 'without +49'],
    ['0664 1234567', 'Austrian', 'without +43'],
    ['0412 345 678', 'Belgian or Australian', 'without +32 or +61'],
    ['0803 123 4567', 'Nigerian', 'without +234'],
    ['912 345 678', 'Portuguese', 'without +351'],
    ['347 123 4567', 'Is the first 0 missing? If it is from another country', 'or its country code'],
    ['(202) 555-0143', 'Is the first 0 missing? If it is from another country', 'or its country code'],
    ['98765 43210', 'Is the first 0 missing? If it is from another country', 'or its country code'],
    ['353 87 123 4567', 'Then put + in front', 'lack the + in front'],
    ['7946 0018', 'such as 07 or 020', 'lack its area code'],
    ['960001', 'such as 07 or 020', 'lack its area code'],
    ['0500 123 4567', 'no UK number that starts like this', 'No UK number'],
    ['+33 6 12 34 56', 'A digit seems to be missing', 'may lack a digit'],
    ['+353 87 123 456', 'A digit seems to be missing', 'may lack a digit'],
    ['+1 202 555 014', 'A digit seems to be missing', 'may lack a digit'],
    ['+999 123 4567', 'country code', 'country code'],
    ['111', 'too short', 'too short'],
    ['999', 'too short', 'too short'],
    ['ask my sister', 'no phone number here', 'no number in it'],
    ['none', 'no phone number here', 'no number in it'],
    ['12', 'no phone number here', 'no number in it'],
  ])('%s', (typed, asked, told) => {
    const { phone } = readPhone(typed);
    expect(phone).toBe(typed);
    expect(readPhone(phone).phone).toBe(phone);
    const doubt = phoneDoubt(phone);
    expect(doubt?.asked).toContain(asked);
    expect(doubt?.told).toContain(told);
    expect(displayPhone(phone)).toBe(typed);
  });
});

test('a number in doubt is never stored in the form of one that rings', () => {
  const stored = ['+336123456', '+44770090012', '+9991234567', '+336123456;ext=7'].map(
    (typed) => readPhone(typed).phone,
  );
  expect(stored).toEqual(['+33 6123456', '+44 770090012', '+99 91234567', '+33 6123456;ext=7']);
  expect(stored.map(e164)).toEqual(['', '', '', '']);
  expect(stored.filter((phone) => !phoneDoubt(phone) || readPhone(phone).phone !== phone)).toEqual([]);
  expect(e164('+442079460018;ext=12')).toBe('+442079460018');
});

test('a link dials what is there, and nothing where there is nothing to dial', () => {
  expect(
    ['+442079460018;ext=12', '07700 90012', '(0770) 90012 x12', '+33 6 12 34', 'ask at 5'].map(dialled),
  ).toEqual(['+442079460018;ext=12', '0770090012', '077090012', '+3361234', undefined]);
});

test('no spreadsheet takes a number for anything but text', () => {
  const cells = [
    '+447700900123',
    '+44120461234',
    '+33612345678',
    '0770090012',
    '077009001',
    '077-009-001',
    '06/12/34',
    '12.34',
    '(12345)',
    '111',
    '+3361234',
  ];
  for (const cell of cells.map(phoneAsText)) expect(cell).toMatch(/^\d+( \d+)+$|^\(\+\d+\)[\d ]*$/);
  expect(phoneAsText('07700 90012')).toBe('07700 90012');
});

test('a text to what is no mobile and a call that costs extra are known', () => {
  const landlines = ['+442079460018', '+448001111', '+443001234567', '+447012345678', '+442079460018;ext=12'];
  const mobiles = [
    '+447700900123',
    '+44 7700 90012',
    '+447624412345',
    '+33612345678',
    '+12025550143',
    '07700 90012',
  ];
  expect([...landlines, ...mobiles].filter(isNoMobile)).toEqual(landlines);
  const dear = ['+449098790123', '+448701234567', '+448454647', '+447012345678', '118 118'];
  expect(
    [
      ...dear,
      '+441184960123',
      '087 123 4567',
      '0871 23456',
      '+442079460018',
      '+448001111',
      '+443001234567',
    ].filter(costsExtra),
  ).toEqual(dear);
});

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

test('whatever is typed, something is stored, and what is stored is read again as the same', () => {
  const pieces = fc.constantFrom(
    '0',
    '7',
    '44',
    '+',
    '(',
    ')',
    ' ',
    '-',
    '/',
    ',',
    '07700 900123',
    'x12',
    '6pm',
    'Jo',
    '९',
    '\u202d',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const { phone } = readPhone(text);
      expect(readPhone(phone).phone).toBe(phone);
      // Some letters are made not to be seen: Hangul fillers.
      const seen = text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
      if (/[\p{L}\p{N}]/u.test(seen)) expect(phone).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});
