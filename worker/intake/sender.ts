/**
 * Whom a request came from, as far as limits count: an IPv4 address whole, and of an IPv6 address the half that names a
 * network, since whoever has one address of it has all. However an address is written, it is the same sender.
 */
export function senderOf(given: string): string {
  const address = given.trim().toLowerCase();
  const host = address.includes(':') ? `[${address}]` : address;
  // The platform's parser of URLs knows every writing of an address, and gives one back.
  const canonical = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : address;
  if (!canonical.startsWith('[')) return canonical;
  const groups = groupsOf(canonical.slice(1, -1));
  const isMapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff';
  return isMapped ? groups.slice(6).flatMap(bytesOf).join('.') : `${groups.slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address in its canonical form. */
function groupsOf(address: string): string[] {
  const [left = [], right = []] = address
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
}

function bytesOf(group: string): number[] {
  const number = Number.parseInt(group, 16);
  return [number >> 8, number & 255];
}
