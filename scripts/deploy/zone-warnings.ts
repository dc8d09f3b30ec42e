/** What a domain's settings can add that no page of ours has. */
export function zoneWarnings(headers: Headers): string[] {
  const warnings: string[] = [];
  const cookies = headers.getSetCookie().map((cookie) => cookie.split('=')[0] ?? '');
  const others = cookies.filter((name) => !/^(__cf_bm|cf_clearance|_cfuvid)$/.test(name));
  if (cookies.length > others.length)
    warnings.push(
      `Cloudflare sets the cookie ${cookies.join(', ')}, and the page says that it stores nothing: switch off Bot Fight Mode (your domain, Security, Settings, Bots).`,
    );
  if (others.length > 0)
    warnings.push(
      `Something in front of the site sets the cookie ${others.join(', ')}: look at your domain’s Rules and Snippets.`,
    );
  if (headers.has('NEL') || headers.has('Report-To'))
    warnings.push(
      'Cloudflare adds NEL or Report-To, with which browsers report visits to others: switch off Network Error Logging (your domain, Network).',
    );
  return warnings;
}
