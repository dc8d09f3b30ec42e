import type { Child } from 'hono/jsx';
import { practice } from '../content/practice.ts';
import { Document } from '../document.tsx';

/** The frame of every page at the desk. */
export function DeskPage({ title, children }: { title: string; children: Child }) {
  return (
    <Document title={`${title} – ${practice.name} desk`} sheets={['form', 'desk']}>
      <header class="banner">
        <a href="/desk">
          <strong>{practice.name}</strong> desk
        </a>
      </header>
      <main class="desk" id="main" tabindex={-1}>
        {children}
      </main>
    </Document>
  );
}
