import { createCounter } from '../plural.ts';

const count = createCounter('en');

/** What an import calls what the files have no name for. */
export const made = {
	category: 'Events',
	other: 'Other',
	untitled: (id: string) => `Untitled event ${id}`,
	files: (files: number) => count(files, { one: '# file', other: '# files' })
};
