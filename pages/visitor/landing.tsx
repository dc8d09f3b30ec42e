import type { Child } from 'hono/jsx';
import { withAttribution } from '../attribution.ts';
import { EvidenceBlock } from '../components/evidence-block.tsx';
import { GetHelp } from '../components/get-help.tsx';
import { PracticePhone } from '../components/phone-number.tsx';
import { PracticeFacts } from '../components/practice-facts.tsx';
import { Pieces, Prose } from '../components/prose.tsx';
import { References } from '../components/references.tsx';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { inOrderOfUse, landingClaims, lastChecked } from '../content/citations.ts';
import { claims } from '../content/claims.ts';
import { evidence } from '../content/evidence.ts';
import { faqs } from '../content/faqs.ts';
import { practice } from '../content/practice.ts';
import { opening, sections } from '../content/sections.ts';
import { Document } from '../document.tsx';
import type { VisitorPageProps } from './plain-page.tsx';

const references = inOrderOfUse(landingClaims);
const checked = new Date(lastChecked(landingClaims)).toLocaleDateString('en-GB', {
  dateStyle: 'long',
  timeZone: 'UTC',
});

/** The page an advert leads to. `form` is the enquiry form, ready made. */
export function Landing({ attribution, address, form }: VisitorPageProps & { form: Child }) {
  return (
    <Document
      title={`${opening.title} – ${practice.name}`}
      sheets={['landing', 'form']}
      listing={{ address, description: claims[opening.balance].text }}
    >
      <SiteHeader attribution={attribution} />
      <main class="landing" id="main" tabindex={-1}>
        <svg class="back" viewBox="0 0 32 32" aria-hidden="true">
          <use href="#back" />
        </svg>
        <h1>{opening.heading}</h1>
        <p class="lead">{opening.lead}</p>
        <p class="balance">
          <Pieces pieces={[{ claim: opening.balance }]} references={references} />
        </p>
        <nav class="bar" aria-label="Ask or call">
          <a class="button" href="#enquiry">
            Ask about a consultation
          </a>
          <p>
            or call <PracticePhone />
          </p>
        </nav>

        <GetHelp references={references} />

        <section class="evidence" id="evidence">
          <h2>The evidence</h2>
          <p>
            Three places to look, each given the same room. “Pretend needling” is made to feel like the real
            thing. <a href={withAttribution('/evidence', attribution)}>See the evidence in full</a>.
          </p>
          {evidence.map((one) => (
            <EvidenceBlock evidence={one} references={references} />
          ))}
        </section>

        {sections.map(({ id, heading, blocks }) => (
          <section id={id}>
            <h2>{heading}</h2>
            <Prose blocks={blocks} references={references} />
          </section>
        ))}

        <section id="questions">
          <h2>Questions and answers</h2>
          {faqs.map(({ question, answer }) => (
            <details>
              <summary>{question}</summary>
              <Prose blocks={[answer]} references={references} />
            </details>
          ))}
        </section>

        <section id="practice">
          <h2>The practice</h2>
          <PracticeFacts />
          <Prose blocks={[{ claim: 'regulation' }]} references={references} />
        </section>

        <section id="enquiry">
          <h2>Ask about a consultation</h2>
          <p>
            A question costs nothing and binds you to nothing. I reply within {practice.replyWithin}. Read{' '}
            <a href={withAttribution('/privacy', attribution)}>what happens to what you send</a>.
          </p>
          {form}
        </section>

        <section id="sources">
          <h2>Sources</h2>
          <p>I last checked these on {checked}.</p>
          <References references={references} />
        </section>
      </main>
      <SiteFooter attribution={attribution} />
    </Document>
  );
}
