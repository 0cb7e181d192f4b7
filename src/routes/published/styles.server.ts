import { readFileSync } from 'node:fs';
import path from 'node:path';
import { building } from '$app/environment';

interface Chunk {
	readonly css?: readonly string[];
	readonly imports?: readonly string[];
}

/** Read once in a build. */
const manifests = new Map<string, Readonly<Record<string, Chunk>>>();

/**
 * The stylesheets of a component, by its path from this folder, and of all that it consists of, from the root of the site. A page links those
 * of its own component, but not all of what is loaded apart: what the dashboard loads apart as well is left out there.
 */
export function stylesOf(component: string): readonly string[] {
	// The development server puts them into the page.
	if (!building) return [];
	const file = path.join(process.env.CHRONOTOPE_KIT ?? '.svelte-kit', 'output', 'client', '.vite', 'manifest.json');
	const manifest = manifests.get(file) ?? readManifest(file);
	manifests.set(file, manifest);
	const seen = new Set<string>();
	const walk = (name: string): readonly string[] => {
		if (seen.has(name)) return [];
		seen.add(name);
		const { css = [], imports = [] } = manifest[name] ?? {};
		return [...imports.flatMap(walk), ...css];
	};
	const styles = walk(path.posix.join('src/routes/published', `${component}.svelte`));
	if (styles.length === 0) throw new Error(`The build has no styles of ${component}.`);
	return [...new Set(styles)];
}

function readManifest(file: string): Readonly<Record<string, Chunk>> {
	return JSON.parse(readFileSync(file, 'utf8'));
}
