import type { Child } from 'hono/jsx';
import type { Attribution } from '../attribution.ts';
import { Document } from '../document.tsx';
export function Landing({ form }: { attribution: Attribution; form: Child }) {
  return (
    <Document title="x" sheets={['landing', 'form']}>
      <main id="main">{form}</main>
    </Document>
  );
}
