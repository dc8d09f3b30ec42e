import type { Attribution } from '../attribution.ts';
export function SiteFooter(_: { attribution: Attribution }) {
  return <footer>SLS Therapy</footer>;
}
