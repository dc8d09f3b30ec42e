import { type MoveName, type Stage, stageNames, stageOf, stages } from '../../pages/content/stages.ts';

const longestStep = 4 * 86_400_000;

/** What was done at the desk until an enquiry was in a stage, and when; one of several ways to a stage is chosen. */
export function madeUpMoves(
  stage: Stage,
  answeredAt: number,
  now: number,
  choose: (names: readonly MoveName[]) => MoveName,
): { name: MoveName; at: Date }[] {
  if (stageOf(stage).answered === 'not yet') return [];
  const way = [...stageNames.filter((earlier) => leadsTo(earlier, stage)), stage];
  const step = Math.min((now - answeredAt) / way.length, longestStep);
  return way.map((name, place) => ({
    // Object.keys of an object whose keys are the names.
    name: choose(Object.keys(stages[name].moves) as MoveName[]),
    at: new Date(answeredAt + place * step),
  }));
}

/** Nobody comes who has not booked, or books who was not answered. */
function leadsTo(earlier: Stage, later: Stage): boolean {
  const [one, other] = [stageOf(earlier), stageOf(later)];
  return (
    stageNames.indexOf(earlier) < stageNames.indexOf(later) &&
    one.answered === 'yes' &&
    (other.booked || !one.booked) &&
    (other.attended || !one.attended)
  );
}
