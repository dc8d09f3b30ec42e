import type { Attribution } from '../attribution.ts';
export function SiteHeader(_: { attribution: Attribution }) {
  return <header class="banner">SLS Therapy</header>;
}
