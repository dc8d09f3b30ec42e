import { type Attribution, withAttribution } from '../attribution.ts';
import { paths } from '../paths.ts';
import { practiceName, usePractice } from '../practice.ts';

const links = {
  [paths.evidence]: 'The evidence in full',
  [paths.privacy]: 'Privacy',
  [paths.accessibility]: 'Accessibility',
};

export function SiteFooter({ attribution }: { attribution: Attribution }) {
  const { facts } = usePractice();
  return (
    <footer class="foot">
      <ul>
        {Object.entries(links).map(([path, words]) => (
          <li>
            <a href={withAttribution(path, attribution)}>{words}</a>
          </li>
        ))}
      </ul>
      <p>
        This site advertises {practiceName(facts)}. The NHS, NICE, Cochrane and the BMJ have no part in it and
        do not endorse it. It does not replace advice from a doctor.
      </p>
    </footer>
  );
}
