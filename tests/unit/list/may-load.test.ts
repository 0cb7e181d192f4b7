import { expect, it } from 'vitest';
import { pagePolicy } from '../../../src/cli/hosts/policy.mjs';
import { mayLoad } from '../../../src/lib/list/may-load.ts';

const policy = pagePolicy({ media: { pictures: ['https://a.example'], recordings: ['https://b.example:8443'] } });

it.each([
	['https://a.example/1.jpg', 'img-src', true],
	['https://a.example:444/1.jpg', 'img-src', false],
	['https://sub.a.example/1.jpg', 'img-src', false],
	['https://a.example/1.mp4', 'media-src', false],
	['https://b.example:8443/1.mp4', 'media-src', true]
] as const)('%s as %s: %s', (url, directive, may) => {
	expect(mayLoad(url, directive, policy)).toBe(may);
	expect(mayLoad(url, directive, pagePolicy())).toBe(false);
	expect(mayLoad(url, directive, null)).toBe(true);
});
