import type { Child } from 'hono/jsx';
import { withAttribution } from '../attribution.ts';
import { Balance } from '../components/balance.tsx';
import { EvidenceBlock } from '../components/evidence-block.tsx';
import { PainFigure } from '../components/findings-figure.tsx';
import { GetHelp } from '../components/get-help.tsx';
import { PracticePhone } from '../components/phone-number.tsx';
import { Portrait } from '../components/portrait.tsx';
import { PracticeFacts } from '../components/practice-facts.tsx';
import { Pieces, Prose } from '../components/prose.tsx';
import { References } from '../components/references.tsx';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { inOrderOfUse, landingClaims, lastReviewed } from '../content/citations.ts';
import { claims } from '../content/claims.ts';
import { evidence } from '../content/evidence.ts';
import { faqs } from '../content/faqs.ts';
import type { Headline } from '../content/headlines.ts';
import { sections } from '../content/sections.ts';
import { Document } from '../document.tsx';
import { paths } from '../paths.ts';
import { practiceName, usePractice } from '../practice.ts';
import { pageData } from '../structured-data.ts';
import type { VisitorPageProps } from './plain-page.tsx';

const references = inOrderOfUse(landingClaims);

interface LandingProps extends VisitorPageProps {
  headline: Headline;
  /** The enquiry form, ready made. */
  form: Child;
  /** When visitors get a reply, in words. */
  replyTime: string;
}

export function Landing({ headline, attribution, address, form, replyTime: promise }: LandingProps) {
  const { facts, comparisons } = usePractice();
  const title = `${headline.title} – ${practiceName(facts)}`;
  return (
    <Document
      title={title}
      sheets={['landing', 'figures', 'form']}
      listing={{
        address,
        description: claims.balance.text,
        data: pageData(address, title, facts, references, lastReviewed(references, comparisons)),
      }}
    >
      <SiteHeader attribution={attribution} />
      <main class="landing" id="main" tabindex={-1}>
        <svg class="back" viewBox="0 0 32 32" aria-hidden="true">
          <use href="#back" />
        </svg>
        <h1>{headline.heading}</h1>
        <p>{headline.lead}</p>
        <Balance references={references} />
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
            Cochrane weighs up studies, NICE advises the NHS in England, and the BMJ is a medical journal.
            “Straight after the course” is within a week of the last session. “Pretend needling” is made to
            feel like the real thing. “Usual care” is what people get anyway, such as visits to a GP.{' '}
            <a href={withAttribution(paths.evidence, attribution)}>
              See the evidence in full, and how it is thought to work
            </a>
            .
          </p>
          <PainFigure />
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
          <Portrait portrait={facts.portrait} />
          <PracticeFacts />
          <Prose blocks={[{ claim: 'regulation' }]} references={references} />
        </section>

        <section id="enquiry">
          <h2>Ask about a consultation</h2>
          <p>
            <Pieces pieces={[{ promise: 'freeQuestion' }, promise]} />
          </p>
          {form}
        </section>

        <section id="sources">
          <h2>Sources</h2>
          <References references={references} />
        </section>
      </main>
      <SiteFooter attribution={attribution} />
    </Document>
  );
}
