import { installWhatIsMissing } from './install.mjs';
import { runInstalled } from './run.mjs';

await installWhatIsMissing();
await runInstalled('scripts/launch-check.ts', process.argv.slice(2));
