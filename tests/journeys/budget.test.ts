import { expect, test } from 'vitest';
import { sendWhileAllIsDown } from '../support/faults.ts';
import { goodForm, send } from '../support/visitor.ts';

test('a page that hands the form back is small enough for the first flight even uncompressed', async () => {
  const sizes: Record<string, number> = {};
  const measure = async (name: string, answer: Response) => {
    const page = new TextEncoder().encode(await answer.text()).length;
    sizes[name] =
      page + [...answer.headers].reduce((bytes, [key, value]) => bytes + key.length + value.length + 4, 17);
  };
  await measure('422, every mistake', await send({ formKey: goodForm.formKey, email: 'x', phone: 'x' }));
  await measure('403, from another site', await send(goodForm, { 'Sec-Fetch-Site': 'cross-site' }));
  await measure('503, not stored', await sendWhileAllIsDown(goodForm));
  console.log(`bytes with headers, uncompressed: ${JSON.stringify(sizes)}, budget 14336`);
  for (const size of Object.values(sizes)) expect(size).toBeLessThanOrEqual(14_336);
});
