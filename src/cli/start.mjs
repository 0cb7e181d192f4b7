/**
 * `npm start [-- folder | files]`: installs what the lock file names if needed, builds the site and serves it. stdout carries one
 * line, the address; everything else goes to stderr.
 */
import { build, buildArguments, saidOfData } from './build.mjs';
import { launch, LaunchError } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { checkPort, serve } from './serve.mjs';

await launch(async () => {
	const data = buildArguments('npm start');
	await checkPort();
	await ensureInstalled();
	const code = await build(data, { progress: true });
	if (code !== 0) throw new LaunchError('The site was not built; what is wrong stands above. Nothing is served.', code);
	process.stderr.write(saidOfData());
	await serve();
});
