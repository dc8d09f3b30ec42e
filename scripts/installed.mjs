import { spawn } from 'node:child_process';
import { installedNode, installWhatIsMissing, root } from './install.mjs';

// Every command begins here: what a fresh machine lacks is installed, and the command runs on the installed Node as if
// it were this process, with its signals and its exit code.
const [script, ...args] = process.argv.slice(2);
installWhatIsMissing();
const child = spawn(installedNode, [script, ...args], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
const watch = process.env.npm_lifecycle_event && whenNpmEnds(process.ppid);
child.once('close', (code) => {
  clearInterval(watch);
  process.exitCode = code ?? 1;
});

// A signal sent to npm alone ends npm and its shell, and never reaches us.
function whenNpmEnds(parent) {
  return setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500);
}
