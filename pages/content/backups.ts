import { units } from '../london-time.ts';

/** For so long a backup may be kept; then the desk asks whether it is deleted. */
export const backupMonths = 3;

/** For so long a tombstone stays: a month longer than any backup of before the deletion. */
export const tombstoneMonths = backupMonths + 1;

export const backupPeriod = units(backupMonths, 'month');
export const tombstonePeriod = units(tombstoneMonths, 'month');
