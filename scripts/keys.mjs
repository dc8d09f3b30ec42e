import { installWhatIsMissing } from './install.mjs';
import { runInstalled } from './run.mjs';

await installWhatIsMissing();
await runInstalled('scripts/keys.ts', process.argv.slice(2));
