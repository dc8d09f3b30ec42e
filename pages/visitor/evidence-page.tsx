import { AdviceList } from '../components/advice-list.tsx';
import { Balance } from '../components/balance.tsx';
import { FindingsFigure, PainFigure } from '../components/findings-figure.tsx';
import { ClaimAlone, Pieces, Prose } from '../components/prose.tsx';
import { References, SourceName } from '../components/references.tsx';
import { Term } from '../components/term.tsx';
import { claimsIn } from '../content/blocks.ts';
import { howSureOfAll } from '../content/certainty.ts';
import { inOrderOfUse, lastReviewed } from '../content/citations.ts';
import type { ClaimKey } from '../content/claims.ts';
import { background } from '../content/sections.ts';
import { type Source, type SourceKey, sources } from '../content/sources.ts';
import { advice, type Study, studies } from '../content/studies.ts';
import { practiceName, usePractice } from '../practice.ts';
import { pageData } from '../structured-data.ts';
import { PlainPage, type VisitorPageProps } from './plain-page.tsx';

const used: readonly ClaimKey[] = [
  'balance',
  'whoItIsAbout',
  'worthwhile',
  'cochraneDiffer',
  ...studies.flatMap(({ found, cannotTell }) => [...found, cannotTell]),
  ...advice.flatMap(({ claims }) => claims),
  ...claimsIn(background.flatMap(({ blocks }) => blocks)),
];
const references = inOrderOfUse(used);
const title = 'The evidence in full';

/** Every study behind the landing page: in whom, against what, what was found, how sure, and what it cannot tell. */
export function EvidencePage({ attribution, address }: VisitorPageProps) {
  const { facts, comparisons } = usePractice();
  return (
    <PlainPage
      title={title}
      attribution={attribution}
      sheets={['landing', 'figures']}
      listing={{
        address,
        description: `What studies found about acupuncture and long-lasting low back pain, with the numbers, how sure they are, and what they cannot tell. From ${practiceName(facts)}.`,
        data: pageData(address, title, facts, references, lastReviewed(references, comparisons)),
      }}
    >
      <h1>{title}</h1>
      <Balance references={references} />

      <h2>The main numbers</h2>
      <p>
        They come from the Cochrane review of 2020. “Straight after the course” is within a week of the last
        session. Where a line crosses “no difference”, there may be none.{' '}
        <Pieces pieces={[{ claim: 'worthwhile' }]} references={references} />
      </p>
      <PainFigure />
      <FindingsFigure
        id="function"
        rows={['functionVsSham', 'functionVsUsualCare', 'functionVsNothing']}
        domain={[-1, 0.5]}
        when="straight after the course"
        source="Cochrane, 2020"
      />
      <p>
        “Standard deviations” set trials that used different scales side by side.{' '}
        <Pieces pieces={[{ claim: 'cochraneDiffer' }]} references={references} />
      </p>

      <h2>Study by study</h2>
      {studies.map((study) => (
        <StudyRecord study={study} references={references} />
      ))}

      <h2>What the NHS, NICE and others say</h2>
      <p>Is acupuncture advised for long-lasting low back pain?</p>
      <AdviceList />
      {advice.map(({ heading, claims, words }) => (
        <>
          <h3>{heading}</h3>
          {claims.map((claim) => (
            <ClaimAlone claim={claim} references={references} />
          ))}
          {words && <p>{words}</p>}
        </>
      ))}

      {background.map(({ id, heading, blocks }) => (
        <section id={id}>
          <h2>{heading}</h2>
          <Prose blocks={blocks} references={references} />
        </section>
      ))}

      <h2>Sources</h2>
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
        <Term term="How sure">{howSureOfAll(study.found)}</Term>
        <Term term="Cannot tell">
          <Pieces pieces={[{ claim: study.cannotTell }]} references={references} />
        </Term>
        {source.funding && <Term term="Paid for by">{source.funding}</Term>}
        <Term term="Read it">
          <a href={source.url}>
            <SourceName of={study.source} />
          </a>
        </Term>
      </dl>
    </article>
  );
}
