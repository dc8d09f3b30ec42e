/** One thing to settle before the site may be advertised. */
export interface OpenPoint {
  words: string;
  /** What to edit, or to run. */
  where: string;
  /** It will matter, and does not yet: it is told, and stops nothing. */
  later?: true;
  /** Without it an enquiry would be lost, or nobody would see it: nothing goes online, however urgent. */
  losesEnquiries?: true;
}
