import { askedOnce, cleanEmail, isPossible } from '../email.ts';
import type { Fact } from '../facts.ts';
import { notAFact } from '../not-a-fact.ts';
import { costsExtra, displayPhone, rings } from '../phone.ts';
import { readPhone } from '../read-phone.ts';
import type { FactForm } from './fact-form.ts';
import { lineForm } from './line-form.ts';

const phoneLine = lineForm({
  name: 'phone',
  label: 'Phone number',
  hint: 'Visitors who cannot send the form are given this number.',
  control: { kind: 'line', autocomplete: 'tel', inputmode: 'tel' },
  most: 60,
  refine(line, refuse) {
    const { phone, remark } = readPhone(line);
    // "WhatsApp", "mobile": what is said of the number is left out.
    if (/\d\D*\d\D*\d\D*\d\D*\d/.test(remark)) return refuse('Enter one number alone');
    if (!rings(phone) || phone.length > 20)
      return refuse('Enter a number that rings, such as 01392 followed by six digits');
    // Hidden behind a country code, or among other signs.
    if (notAFact(displayPhone(phone)) !== undefined)
      return refuse('This number is kept for films and examples: it rings nowhere');
    return costsExtra(phone) ? refuse('Enter a number that costs callers nothing extra') : phone;
  },
});

/** How visitors reach the practice without the form. */
export const reach = {
  phone: { ...phoneLine, write: (phone) => ({ phone: displayPhone(phone) }) },
  email: lineForm({
    name: 'email',
    label: 'Email address',
    hint: 'It stands on the page for everybody to read.',
    control: { kind: 'line', autocomplete: 'email', inputmode: 'email' },
    asksOnce: true,
    guarded: 'own name',
    most: 120,
    refine(line, refuse, wasAsked) {
      const email = cleanEmail(line);
      // What else an address may have in it would have to be escaped in a link to it.
      if (!isPossible(email) || !/^[\p{L}\p{M}\p{N}_.+'-]+@/u.test(email))
        return refuse('Enter an email address, such as yours before and after an @');
      const asked = askedOnce(email, wasAsked);
      return asked ? refuse(asked) : email;
    },
  }),
} satisfies { [Name in 'phone' | 'email']: FactForm<Fact<Name>> };
