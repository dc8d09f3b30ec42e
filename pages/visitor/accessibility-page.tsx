import { FactText, PracticePhone } from '../components/phone-number.tsx';
import { practiceName, usePractice } from '../practice.ts';
import { PlainPage, type VisitorPageProps } from './plain-page.tsx';

/** What was done so that everybody can use the site, how it was checked, and what was not. */
export function AccessibilityPage({ attribution, address }: VisitorPageProps) {
  const { facts } = usePractice();
  return (
    <PlainPage
      title="Accessibility"
      attribution={attribution}
      listing={{
        address,
        description: `How to use the ${practiceName(facts)} site in the way that suits you, and what to do if you cannot.`,
      }}
    >
      <h1>Accessibility</h1>
      <p>Everybody should be able to read this site and ask a question through it.</p>
      <h2>What it is built for</h2>
      <p>You should be able to:</p>
      <ul>
        <li>use it with a keyboard, a screen reader or your voice</li>
        <li>zoom in, or read it on a narrow screen, without scrolling sideways</li>
        <li>use dark mode, your own colours, or print it</li>
        <li>use it with JavaScript switched off: the site has none</li>
      </ul>
      <h2>How it was checked</h2>
      <p>
        The aim is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2. Every change is checked by
        programs: axe on each kind of page, in light, dark and forced colours, on narrow and wide screens, and
        a test of the keyboard. Programs find only part of what can be wrong. People with disabilities have
        not tested it yet.
      </p>
      <h2>If something gets in your way</h2>
      <p>
        Call <PracticePhone /> or write to <FactText name="email" />. You can ask anything there that the form
        asks. Please also tell me what went wrong, so that it can be mended.
      </p>
    </PlainPage>
  );
}
