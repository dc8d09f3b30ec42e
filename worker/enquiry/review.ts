import { and, eq } from 'drizzle-orm';
import { query } from '../database.ts';
import { enquiries } from './table.ts';

/** Moves an enquiry out of Review; false when it is not there, as after a second tap. */
export async function moveToInbox(database: D1Database, id: string, now = new Date()): Promise<boolean> {
  const moved = await query(database)
    .update(enquiries)
    .set({ folder: 'inbox', movedAt: now })
    .where(and(eq(enquiries.id, id), eq(enquiries.folder, 'review')))
    .returning({ id: enquiries.id });
  return moved.length > 0;
}
