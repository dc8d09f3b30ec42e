import { mergedConfig } from './account/merged-config.ts';
import { handToWrangler } from './account/wrangler-on-account.ts';
import { explain } from './command.ts';

// `npm run wrangler -- …`: wrangler about this site, which it knows only from the merged configuration.
try {
  process.exitCode = await handToWrangler([...process.argv.slice(2), '--config', mergedConfig()]);
} catch (error) {
  explain(error);
}
