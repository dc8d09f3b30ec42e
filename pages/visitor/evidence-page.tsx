import { FindingsFigure, PainFigure } from '../components/findings-figure.tsx';
import { ClaimAlone, Pieces } from '../components/prose.tsx';
import { References, sourceName } from '../components/references.tsx';
import { Term } from '../components/term.tsx';
import { checkedNote, inOrderOfUse, lastReviewed } from '../content/citations.ts';
import type { ClaimKey } from '../content/claims.ts';
import { practice } from '../content/practice.ts';
import { type Source, type SourceKey, sources } from '../content/sources.ts';
import { advice, functionRows, type Study, studies } from '../content/studies.ts';
import { pageData } from '../structured-data.ts';
import { PlainPage, type VisitorPageProps } from './plain-page.tsx';

const used: readonly ClaimKey[] = [
  'balance',
  ...studies.flatMap(({ found, cannotTell }) => [...found, cannotTell]),
  ...advice.flatMap(({ claims }) => claims),
];
const references = inOrderOfUse(used);
const title = 'The evidence in full';

/** Every study behind the landing page: in whom, against what, what was found, how sure, and what it cannot tell. */
export function EvidencePage({ attribution, address }: VisitorPageProps) {
  return (
    <PlainPage
      title={title}
      attribution={attribution}
      sheets={['landing', 'figures']}
      listing={{
        address,
        description: `The studies ${practice.name} rests its page on, about acupuncture for long-lasting low back pain and other pain, with their numbers and their limits.`,
        data: pageData(address, title, references, lastReviewed(used)),
      }}
    >
      <h1>{title}</h1>
      <p class="balance">
        <Pieces pieces={[{ claim: 'balance' }]} references={references} />
      </p>

      <h2>The main numbers</h2>
      <p>
        They come from the Cochrane review of 2020, and were taken within a week of the last session. A dot is
        the result. The bigger it is, the more people there were. The line through it shows where the true
        result probably lies. Where the line crosses “no difference”, there may be none.
      </p>
      <PainFigure />
      <FindingsFigure
        id="function"
        caption="Trouble with everyday movement, in standard deviations"
        rows={functionRows}
        domain={[-1, 0.5]}
        unit="Gap"
        note="Less is better."
      />

      <h2>Study by study</h2>
      {studies.map((study) => (
        <StudyRecord study={study} references={references} />
      ))}

      <h2>What the NHS and NICE say</h2>
      {advice.map(({ heading, claims, words }) => (
        <>
          <h3>{heading}</h3>
          {claims.map((claim) => (
            <ClaimAlone claim={claim} references={references} />
          ))}
          {words && <p>{words}</p>}
        </>
      ))}

      <h2>Sources</h2>
      <p>{checkedNote(used)}</p>
      <References references={references} />
    </PlainPage>
  );
}

function StudyRecord({ study, references }: { study: Study; references: readonly SourceKey[] }) {
  const source: Source = sources[study.source];
  return (
    <article>
      <h3>{study.name}</h3>
      <dl>
        <Term term="Studied">{source.studied}.</Term>
        <Term term="Against">{study.against}</Term>
        <Term term="Found">
          {study.found.map((claim) => (
            <ClaimAlone claim={claim} references={references} />
          ))}
        </Term>
        <Term term="How sure">
          <Pieces pieces={study.sure} references={references} />
        </Term>
        <Term term="Cannot tell">
          <Pieces pieces={[{ claim: study.cannotTell }]} references={references} />
        </Term>
        {source.funding && <Term term="Paid for by">{source.funding}</Term>}
        <Term term="Read it">
          <a href={source.url}>{sourceName(source)}</a>
        </Term>
      </dl>
    </article>
  );
}
