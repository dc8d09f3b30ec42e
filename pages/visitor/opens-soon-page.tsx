import { Logo } from '../components/logo.tsx';
import { OrCall } from '../components/phone-number.tsx';
import { Document } from '../document.tsx';
import { paths } from '../paths.ts';
import { practiceName, usePractice } from '../practice.ts';

/** What visitors get of a site that its practitioner has not opened, or has shut. */
export function OpensSoonPage({ wasOpen }: { wasOpen: boolean }) {
  const { facts } = usePractice();
  return (
    <Document title={`Opens soon – ${practiceName(facts)}`}>
      <header class="banner">
        <p>
          <Logo /> {practiceName(facts)}
        </p>
      </header>
      <main class="page" id="main" tabindex={-1}>
        <h1>This page opens soon</h1>
        <p>
          It is not ready for visitors yet. Please come back another day.
          <OrCall before=" Or call " after="." />
        </p>
        {wasOpen && (
          <p>
            Have you sent an enquiry already? The link that you were given still works.{' '}
            <a href={paths.privacy}>What happens to what you sent</a>
          </p>
        )}
      </main>
    </Document>
  );
}
