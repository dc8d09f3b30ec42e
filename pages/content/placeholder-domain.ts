/** A domain that can belong to nobody (RFC 2606, RFC 6761), or stands for "yours". */
export function placeholderIn(text: string): string | undefined {
  return text
    .split(/[\s"'<>,/@;:?#()]+/u)
    .find((word) => isPlaceholder(word.toLowerCase().split('.').filter(Boolean)));
}

const nobodys = new Set(['example', 'invalid', 'localhost', 'test']);
const standsForYours =
  /^(?:your|my)-?(?:own-?)?(?:domain|site|website|practice|clinic|company|business|name|email|team|account)$/;
const ends = /^(?:com|org|net|edu|uk|co\.uk|tld)$/;

function isPlaceholder(labels: readonly string[]): boolean {
  const last = labels.at(-1) ?? '';
  if (labels.length < 2) return last === 'localhost';
  return (
    nobodys.has(last) ||
    labels.slice(0, -1).some((label) => standsForYours.test(label)) ||
    labels.some(
      (label, place) =>
        ['example', 'test', 'domain'].includes(label) && ends.test(labels.slice(place + 1).join('.')),
    )
  );
}
