import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What the built site carries of others: the packages bundled into its scripts, and its fonts. */
const SHIPPED = [
	'@fontsource/noto-sans',
	'@fontsource/noto-sans-arabic',
	'@lucide/svelte',
	'@sveltejs/kit',
	'clsx',
	'd3-array',
	'd3-color',
	'd3-format',
	'd3-interpolate',
	'd3-scale',
	'd3-time',
	'd3-time-format',
	'devalue',
	'esm-env',
	'fflate',
	'internmap',
	'maplibre-gl',
	'pmtiles',
	'svelte'
];

/** The licences that ask to travel with every copy, ours first. */
export function readLicences(): string {
	const parts = [`Chronotope\n\n${readFileSync('LICENSE', 'utf8')}`, ...SHIPPED.map(licenceOf)];
	return parts.map((part) => part.trim()).join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

/** A package without a licence file is named with its author and the licence that its manifest states. */
function licenceOf(name: string): string {
	const folder = path.resolve('node_modules', name);
	const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
	if (file !== undefined) return `${name}\n\n${readFileSync(path.join(folder, file), 'utf8')}`;
	const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	const licence = typeof manifest === 'object' && manifest !== null && 'license' in manifest ? manifest.license : null;
	if (typeof licence !== 'string') throw new Error(`${name} states no licence: it must not be in the site.`);
	return `${name}\n\n${licence}`;
}
