import { installWhatIsMissing } from './install.mjs';
import { runInstalled } from './run.mjs';

// Every command begins here: what a fresh machine lacks is installed, and the command runs on the installed Node.
const [script, ...args] = process.argv.slice(2);
await installWhatIsMissing();
await runInstalled(script, args);
