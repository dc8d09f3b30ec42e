import { existsSync, readFileSync } from 'node:fs';

/** The part of vitest's JSON report that is read here (the format is Jest's). */
interface Report {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** Counts the tests of a run; a file that fails outside its tests counts as one more that failed. */
export function readReport(path: string): { passed: number; failed: number; inBrowser: number } {
  const count = { passed: 0, failed: 0, inBrowser: 0 };
  if (!existsSync(path)) return count;
  // Vitest wrote it a moment ago.
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as Report;
  for (const { name, status, assertionResults } of testResults) {
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    count.passed += passed;
    count.failed += failed || Number(status === 'failed');
    if (/[\\/]tests[\\/](browser|first-day)[\\/]/.test(name)) count.inBrowser += passed + failed;
  }
  return count;
}
