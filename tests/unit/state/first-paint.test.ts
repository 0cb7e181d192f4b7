import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PARAMETERS } from '../../../src/lib/core/parameters.ts';

it('the script before the first paint knows every parameter that changes the list', () => {
	const listed = /var ours = '([^']+)'/.exec(readFileSync('src/app.html', 'utf8'))?.[1]?.split(' ');
	const elsewhere = ['map', 'axis', 'play', 'theme'];
	expect(listed).toEqual(PARAMETERS.filter((name) => !elsewhere.includes(name)));
});
