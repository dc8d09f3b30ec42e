import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { office } from '../support/office.ts';
import { openEveryWay, openings, rowsToTry } from '../support/spreadsheet-cells.ts';

test.skipIf(!office)(
  '2,000 rows open in LibreOffice as they were typed, and no CSV runs a formula',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
    try {
      const opened = await openEveryWay(folder, rowsToTry(2000), openings(false, true));
      const { rows, cells, changed, formulas, withoutGuard } = opened;
      console.log(`Spreadsheet: ${rows} rows, ${cells} cells, ${changed.length} not as typed.`);
      console.log(`CSV by , ; and tab: ${formulas} formulas; without a guard ${withoutGuard}.`);
      expect({ rows, changed }).toEqual({ rows: 2000, changed: [] });
      expect(formulas).toEqual(Array(6).fill(0));
      expect(Math.min(...withoutGuard)).toBeGreaterThan(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
