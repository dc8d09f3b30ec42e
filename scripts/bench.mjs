import { installWhatIsMissing } from './install.mjs';
import { runInstalled } from './run.mjs';

await installWhatIsMissing();
await runInstalled('bench/bench.ts', process.argv.slice(2));
