/** Why an enquiry is shown with another; `through` is the reference of the one that it has something in common with. */
export type Link =
  | { same: 'itself' }
  | { same: 'email' | 'phone' | 'email and phone'; through: string | undefined };

/** An enquiry that is erased in error is lost; one that is left is still on this page, and can be ticked. */
export function isSurelyTheirs(link: Link): boolean {
  return link.same === 'itself' || (link.same !== 'phone' && link.through === undefined);
}

const commons = {
  email: 'the same email address',
  phone: 'the same phone number',
  'email and phone': 'the same email address and phone number',
};

export function linkWords(link: Link): string {
  if (link.same === 'itself') return 'the one you came from';
  const { same, through } = link;
  return through ? `only through ${through}: ${commons[same]} as there` : commons[same];
}
