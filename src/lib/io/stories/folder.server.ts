import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { StoryFile } from './load.ts';

/** Of the folder of a dataset. */
export const STORIES = 'stories';

/** The stories of a dataset's folder; other files beside them are nobody's business. Throws only when a file cannot be read. */
export function readStoryFiles(folder: string): StoryFile[] {
	const stories = path.join(folder, STORIES);
	if (statSync(stories, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
	return readdirSync(stories, { withFileTypes: true })
		.filter((entry) => entry.isFile() && isStory(entry.name))
		.map(({ name }) => ({ file: `${STORIES}/${name}`, text: readFileSync(path.join(stories, name), 'utf8') }));
}

function isStory(name: string): boolean {
	return /\.md$/i.test(name) && !name.startsWith('.') && name.toLowerCase() !== 'readme.md';
}
