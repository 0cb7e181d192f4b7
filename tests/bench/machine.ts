import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';

/** Versions and machine, in Markdown: figures of one machine say little about another, ratios more. */
export function describeMachine(root: string, chromium: string): string {
	const { dependencies } = JSON.parse(readFileSync(join(root, 'tests/bench/package.json'), 'utf8')) as {
		dependencies: Record<string, string>;
	};
	const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		devDependencies: Record<string, string>;
	};
	const peers = Object.entries({ ...dependencies, 'maplibre-gl': devDependencies['maplibre-gl'] ?? '' });
	const browser = execFileSync(chromium, ['--version'], { encoding: 'utf8' }).trim();
	const processors = cpus();
	return [
		`- ${new Date().toISOString().slice(0, 10)}; ${browser}, headless, WebGL in software (SwiftShader); Node ${process.versions.node}, ${platform()}`,
		`- ${processors.length} x ${processors[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB; at the beginning ${loadavg()[0]?.toFixed(1)} processes wanted to run`,
		`- ${peers.map(([name, version]) => `${name} ${version}`).join(', ')}`
	].join('\n');
}
