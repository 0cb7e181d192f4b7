import { datasetNamed } from '../../../support/datasets.ts';
import { loadStories, type StoriesResult } from '../../../../src/lib/io/stories/load.ts';

export const data = datasetNamed('data');

/** A file of one story, with front matter unless it has its own. */
export function story(...steps: readonly string[]): string {
	return ['---', 'title: A title', '---', '', ...steps].join('\n');
}

export const STEP = '## A step\n\n[View](?from=2024-12&place=damascus)\n\nText.\n';

/** By name: `road.md`, `road.ar.md`. */
export function load(files: Readonly<Record<string, string>>): StoriesResult {
	return loadStories(
		Object.entries(files).map(([name, text]) => ({ file: `stories/${name}`, text })),
		data
	);
}

/** `error story-step-empty 7`, in order. */
export function found(result: StoriesResult): readonly string[] {
	return result.problems.map(({ severity, code, line }) => `${severity} ${code}${line === null ? '' : ` ${line}`}`);
}
