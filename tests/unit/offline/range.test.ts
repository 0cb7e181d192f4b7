import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partOf, rangeOf } from '../../../src/lib/offline/range.ts';

const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);
const file = new Blob([bytes]);
const kept = new Headers({ 'content-type': 'application/vnd.pmtiles', etag: '"1"', 'content-encoding': 'br' });

describe('a part of a file', () => {
	test.each([
		['bytes=0-6', { first: 0, last: 6 }],
		['bytes=90-', { first: 90, last: 99 }],
		['bytes=90-500', { first: 90, last: 99 }],
		['bytes=-10', { first: 90, last: 99 }],
		['bytes=-500', { first: 0, last: 99 }],
		['bytes=99-99', { first: 99, last: 99 }],
		['bytes=100-', 'outside'],
		['bytes=100-120', 'outside'],
		['bytes=-0', 'outside'],
		['bytes=7-6', 'whole'],
		['bytes=0-1,3-4', 'whole'],
		['items=0-1', 'whole'],
		['bytes=-', 'whole'],
		['', 'whole'],
		[null, 'whole']
	])('%s', (header, range) => {
		expect(rangeOf(header, 100)).toEqual(range);
	});

	test('is answered as a server does that has the file', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(99), fc.nat(150), async (first, length) => {
				const answer = partOf(file, kept, `bytes=${first}-${first + length}`);
				const last = Math.min(99, first + length);
				expect(answer.status).toBe(206);
				expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes.slice(first, last + 1));
				expect(answer.headers.get('content-range')).toBe(`bytes ${first}-${last}/100`);
				expect(answer.headers.get('content-length')).toBe(String(last - first + 1));
			})
		);
	});

	test('says of which version of the file it is, and not how that once came', () => {
		const { headers } = partOf(file, kept, 'bytes=0-6');
		expect(headers.get('etag')).toBe('"1"');
		expect(headers.get('content-type')).toBe('application/vnd.pmtiles');
		expect(headers.has('content-encoding')).toBe(false);
	});

	test('that is not there, and the whole', async () => {
		const outside = partOf(file, kept, 'bytes=100-');
		expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */100']);
		const whole = partOf(file, kept, null);
		expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, 100]);
	});
});
