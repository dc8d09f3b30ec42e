import { campaignWords } from '../../attribution.ts';
import { BarPlot } from '../../components/bar-plot.tsx';
import { DayPlot } from '../../components/day-plot.tsx';
import { SpreadPlot } from '../../components/spread-plot.tsx';
import { longDate } from '../../london-time.ts';
import { paths } from '../../paths.ts';
import { type Estimate, medianInterval, middleHalf, shareInterval } from '../../statistics.ts';
import { DeskPage } from '../desk-page.tsx';
import { fewest, Section, Table } from './figure-section.tsx';

export interface Figures {
  /** Every London day of the period, oldest first ("2026-11-23"). */
  days: readonly { day: string; enquiries: number }[];
  /** Most enquiries first; code '' stands for no campaign. `booked` counts those that came as far as that. */
  campaigns: readonly { code: string; enquiries: number; booked: number }[];
  /** Working hours from receipt to the first reply, one number for each answered enquiry. */
  replyHours: readonly number[];
  /** Not answered yet. */
  unanswered: number;
  /** How many enquiries came as far as each stage. */
  reached: { new: number; replied: number; booked: number; attended: number };
}

/** The periods that can be shown, in days. */
export const periods = [7, 28, 90] as const;

/** A picture of the week: plots drawn on the server, each with its numbers in a table. */
export function FiguresPage({ figures, period }: { figures: Figures; period: number }) {
  return (
    <DeskPage title="Figures" here={paths.figures}>
      <h1>Figures</h1>
      <ul class="chips">
        {periods.map((days) => (
          <li>
            <a href={`${paths.figures}?days=${days}`} aria-current={days === period ? 'true' : undefined}>
              {days} days
            </a>
          </li>
        ))}
      </ul>
      <p>
        The inbox of the last {period} days, London time. Where a range stands beside a number, chance alone
        could have moved it that far.
      </p>
      <Days figures={figures} />
      <Campaigns figures={figures} />
      <Replies figures={figures} />
      <Reached figures={figures} />
    </DeskPage>
  );
}

interface Part {
  figures: Figures;
}

function Days({ figures: { days, reached } }: Part) {
  const mean = reached.new / days.length;
  const counts = days.map(({ enquiries }) => enquiries);
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  return (
    <Section
      title="Enquiries a day"
      enough={reached.new}
      words={`${reached.new} in ${days.length} days: ${rounded(mean)} a day.`}
    >
      <DayPlot
        id="days"
        title="Enquiries a day"
        counts={counts}
        mean={mean}
        first={longDate(first)}
        last={longDate(last)}
      />
      <Table
        heads={['Day', 'Enquiries']}
        rows={days
          .filter(({ enquiries }) => enquiries > 0)
          .map(({ day, enquiries }) => [longDate(day), enquiries])}
        caption="Days with enquiries"
      />
    </Section>
  );
}

function Campaigns({ figures: { campaigns, reached } }: Part) {
  return (
    <Section title="By campaign" enough={reached.new}>
      <BarPlot
        id="campaigns"
        title="Enquiries by campaign"
        bars={campaigns.map(({ code, enquiries }) => ({ label: campaignWords(code), count: enquiries }))}
      />
      <Table
        caption="Enquiries by campaign, and how many of them booked"
        heads={['Campaign', 'Enquiries', 'Booked']}
        rows={campaigns.map(({ code, enquiries, booked }) => [
          campaignWords(code),
          enquiries,
          enquiries < fewest ? booked : `${booked}: ${range(shareInterval(booked, enquiries), percent)}`,
        ])}
      />
    </Section>
  );
}

function Replies({ figures: { replyHours, unanswered } }: Part) {
  const middle = medianInterval(replyHours);
  const half = middleHalf(replyHours);
  return (
    <Section title="Time to the first reply" enough={replyHours.length} counted="replies">
      {middle && half && (
        <SpreadPlot
          id="replies"
          title="Working hours to the first reply"
          median={middle.value}
          middleHalf={half}
          range={[Math.min(...replyHours), Math.max(...replyHours)]}
          unit="hours"
        />
      )}
      <Table
        caption="Working hours from an enquiry to its first reply"
        heads={['', '']}
        rows={[
          ['Answered', replyHours.length],
          ['Not answered yet', unanswered],
          ...(middle && half && replyHours.length >= fewest
            ? [
                ['Half were answered within', `${range(middle, rounded)} hours`],
                ['The middle half took', `${rounded(half[0])} to ${rounded(half[1])} hours`],
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Reached({ figures: { reached } }: Part) {
  const steps = [
    ['Asked', reached.new],
    ['Answered', reached.replied],
    ['Booked', reached.booked],
    ['Attended', reached.attended],
  ] as const;
  return (
    <Section title="How far they came" enough={reached.new}>
      <BarPlot
        id="reached"
        title="How many enquiries came how far"
        bars={steps.map(([label, count]) => ({ label, count }))}
      />
      <Table
        caption="How many enquiries came how far"
        heads={['Stage', 'Enquiries', 'Share']}
        rows={steps.map(([label, count]) => [
          label,
          count,
          reached.new < fewest ? '' : range(shareInterval(count, reached.new), percent),
        ])}
      />
    </Section>
  );
}

/** "2.1 (1.4 to 3.1)". */
function range({ value, low, high }: Estimate, words: (number: number) => string): string {
  return `${words(value)} (${words(low)} to ${words(high)})`;
}

function rounded(number: number): string {
  return number.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}

function percent(share: number): string {
  return share.toLocaleString('en-GB', { style: 'percent' });
}
