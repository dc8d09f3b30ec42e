/** Where most people's mail is. A name that has mail at other ends too keeps the end that was typed. */
const providers: Readonly<Record<string, { end: string; otherEnds?: true }>> = {
  gmail: { end: 'com' },
  googlemail: { end: 'com' },
  icloud: { end: 'com' },
  btinternet: { end: 'com' },
  virginmedia: { end: 'com' },
  ntlworld: { end: 'com' },
  blueyonder: { end: 'co.uk' },
  tiscali: { end: 'co.uk', otherEnds: true },
  talktalk: { end: 'net', otherEnds: true },
  protonmail: { end: 'com', otherEnds: true },
  hotmail: { end: 'com', otherEnds: true },
  outlook: { end: 'com', otherEnds: true },
  yahoo: { end: 'com', otherEnds: true },
  live: { end: 'com', otherEnds: true },
  aol: { end: 'com', otherEnds: true },
  msn: { end: 'com', otherEnds: true },
};

// One slip away from one of them, and yet somebody else's.
const ownNames = ['mail', 'email', 'ymail', 'rmail', 'gail', 'grail', 'cloud', 'ecloud', 'yahoos'];
// Two slips away, and typed often.
const oftenTyped = new Map([['icould', 'icloud']]);
const shortestName = 5;

/** Ends that are mistyped most, and those one slip away that are somebody else's. */
const ends: Readonly<Record<string, readonly string[]>> = {
  com: ['co', 'cm', 'om', 'cam', 'mom', 'bom'],
  net: ['et', 'ne', 'bet', 'get', 'pet', 'vet', 'new', 'nec', 'ntt', 'next'],
  org: ['ong'],
};
const endsWithUk = ['ug', 'us', 'ua', 'uy', 'uz', 'ck', 'dk', 'hk', 'lk', 'mk', 'pk', 'sk', 'tk'];

/** The domain that somebody most likely meant: mostly the one they typed. */
export function likelyDomain(typed: string): string {
  const domain = typed.replace(/[,;.]+/g, '.').replace(/^\.|\.$/g, '');
  const [name = '', ...rest] = domain.split('.');
  if (rest.length === 0) return withoutDots(name) ?? domain;
  const end = likelyEnd(rest);
  const meant = providerLike(name);
  if (!meant || rest.length > 2) return `${name}.${end}`;
  const { end: usual, otherEnds } = meant.provider;
  if (!otherEnds) {
    const isPlain = meant.name === name || ['com', 'co', 'co.uk', 'uk', 'net', 'org'].includes(end);
    return end === 'com.cn' || !isPlain ? domain : `${meant.name}.${usual}`;
  }
  const likely = { co: usual, cm: usual, om: usual, uk: 'co.uk' }[end] ?? end;
  return meant.name === 'outlook' && likely === 'co.uk' ? 'outlook.com' : `${meant.name}.${likely}`;
}

/** "gmail" and "hotmailcouk". */
function withoutDots(text: string): string | undefined {
  for (const [name, { end, otherEnds }] of Object.entries(providers)) {
    if (name === text) return `${name}.${end}`;
    for (const one of otherEnds ? [end, 'co.uk'] : [end]) {
      const whole = `${name}${one.replace('.', '')}`;
      if (whole === text || (whole.length > 7 && isOneSlip(text, whole))) return `${name}.${one}`;
    }
  }
  return undefined;
}

function providerLike(typed: string) {
  const exact = oftenTyped.get(typed) ?? typed;
  const known = providers[exact];
  if (known) return { name: exact, provider: known };
  if (ownNames.includes(typed)) return undefined;
  for (const [name, provider] of Object.entries(providers))
    if (name.length >= shortestName && isOneSlip(typed, name)) return { name, provider };
  return undefined;
}

function likelyEnd(labels: readonly string[]): string {
  const [last = '', second = ''] = labels.toReversed();
  const start = (from: number) =>
    labels
      .slice(0, from)
      .map((label) => `${label}.`)
      .join('');
  const isLikeUk = isOneSlip(last, 'uk') && !endsWithUk.includes(last);
  if (labels.length > 1 && ((second === 'co' && isLikeUk) || (last === 'uk' && isOneSlip(second, 'co'))))
    return `${start(-2)}co.uk`;
  if (['couk', 'cok', 'cuk', 'cou', 'co-uk'].includes(last)) return `${start(-1)}co.uk`;
  for (const [end, others] of Object.entries(ends))
    if (isOneSlip(last, end) && !others.includes(last)) return `${start(-1)}${end}`;
  return labels.join('.');
}

/** Whether one letter is missing, too many, another one, or swapped with its neighbour. */
function isOneSlip(typed: string, meant: string): boolean {
  if (typed === meant) return false;
  let same = 0;
  while (typed[same] === meant[same]) same++;
  const [one, other] = [typed.slice(same), meant.slice(same)];
  if (one.slice(1) === other.slice(1) || one.slice(1) === other || one === other.slice(1)) return true;
  return one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2);
}
