import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeView, encodeView, MAX_LINK_LENGTH } from '../../../src/lib/core/view-codec.ts';
import { DEFAULT_VIEW, type View } from '../../../src/lib/core/view.ts';
import { view } from '../support/arbitraries.ts';

// Stands among the time tests because these run in every zone: a link opens the same view everywhere.

const decoded = (query: string): View => decodeView(query).view;
const window = (query: string): readonly string[] => {
	const { start, end } = decoded(query).filter.window;
	return [start, end].map((ms) => (Number.isFinite(ms) ? new Date(ms).toISOString() : String(ms)));
};
const codes = (query: string): readonly string[] =>
	decodeView(query).notices.map(({ code, parameter, value }) => `${code} ${parameter} ${value}`);

describe('a view and its link', () => {
	it('are inverse for every view, in one canonical form', () => {
		fc.assert(
			fc.property(view, (original) => {
				const query = encodeView(original);
				const back = decodeView(query);
				expect(back.view).toEqual(original);
				expect(back.notices).toEqual([]);
				expect(encodeView(back.view)).toBe(query);
				expect(new URL(`https://a.example/?${query}`).search.slice(1)).toBe(query);
			}),
			{ numRuns: 5000 }
		);
	});

	it('survives a chat app that glues punctuation to its end', () => {
		fc.assert(
			fc.property(view, fc.constantFrom('.', ',', ')', ').', '...'), (original, glue) => {
				const query = encodeView(original);
				if (query !== '') expect(decoded(query + glue)).toEqual(original);
			})
		);
	});

	it('never throws on garbage, and what it reads has a canonical link again', () => {
		const piece = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(
				'from=',
				'to=2024',
				'map=',
				'bounds=1,2',
				'&',
				'=',
				'%',
				'%E0%A4%A',
				'%00',
				'+',
				'q=',
				'__proto__=1',
				'known=x'
			)
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const { view: read } = decodeView(pieces.join(''));
				expect(decoded(encodeView(read))).toEqual(read);
			}),
			{ numRuns: 5000 }
		);
	});

	it('is empty for the default view', () => {
		expect(encodeView(DEFAULT_VIEW)).toBe('');
		expect(decoded('')).toEqual(DEFAULT_VIEW);
	});
});

describe('the time window of a link', () => {
	it.each([
		['from=2024-12&to=2025-02', ['2024-12-01T00:00:00.000Z', '2025-03-01T00:00:00.000Z']],
		['from=2024&to=2024', ['2024-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z']],
		['to=2024-12-08', ['-Infinity', '2024-12-09T00:00:00.000Z']],
		['from=-0043', ['-000043-01-01T00:00:00.000Z', 'Infinity']],
		['from=Y12000', ['+012000-01-01T00:00:00.000Z', 'Infinity']],
		['from=2024-12-08T12:30:00Z&to=2024-12-08T12:30:59Z', ['2024-12-08T12:30:00.000Z', '2024-12-08T12:31:00.000Z']]
	])('%s covers its first and its last period whole', (query, expected) => {
		expect(window(query)).toEqual(expected);
		expect(encodeView(decoded(query))).toBe(query);
	});

	it('is written as the coarsest period with exactly that boundary', () => {
		expect(encodeView(decoded('from=2024-01-01&to=2024-12-31'))).toBe('from=2024&to=2024');
		expect(encodeView(decoded('from=2024-12-01&to=2025-02-28'))).toBe('from=2024-12&to=2025-02');
	});

	it('is swapped when reversed, and says so', () => {
		expect(window('from=2025&to=2024')).toEqual(['2024-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z']);
		expect(codes('from=2025&to=2024')).toEqual(['swapped from 2025']);
		expect(codes('from=2024-12&to=2024')).toEqual([]);
	});

	it.each(['2024-13', '2024-02-30', '2024~', 'yesterday', '2024-12-08T12:00', '2024/2025', '', '198X', '2024-21'])(
		'ignores from=%s with a notice and keeps the rest',
		(text) => {
			const { view: read, notices } = decodeView(`from=${encodeURIComponent(text)}&to=2024`);
			expect(read.filter.window).toEqual({ start: -Infinity, end: Date.UTC(2025, 0) });
			expect(notices).toEqual([{ code: 'malformed', parameter: 'from', value: text }]);
		}
	);
});

describe('the other parameters', () => {
	it('stand in the order of the contract and leave commas and slashes readable', () => {
		const query =
			'from=2024&to=2025&place=damascus,moscow&category=power&actor=a&source=report-a&status=occurred,planned&q=un%20aid' +
			'&known=2025-10-14&bounds=30,30,45.5,40.25&event=un-address&map=3.5/33.51/36.27/10/20&order=desc&axis=linear' +
			'&play=instant&theme=dark';
		expect(encodeView(decoded(query.split('&').reverse().join('&')))).toBe(query);
	});

	it.each([
		['status=happened', 'malformed status happened'],
		['place=Damascus', 'malformed place Damascus'],
		['place=', 'malformed place '],
		['bounds=1,2,3', 'malformed bounds 1,2,3'],
		['bounds=0,50,10,40', 'malformed bounds 0,50,10,40'],
		['bounds=0,0,181,1', 'malformed bounds 0,0,181,1'],
		['map=3/91/0', 'malformed map 3/91/0'],
		['map=3/NaN/0', 'malformed map 3/NaN/0'],
		['map=1e1/0/0', 'malformed map 1e1/0/0'],
		['map=3/0/0/10', 'malformed map 3/0/0/10'],
		['known=2024-12-08T00:00:00Z', 'malformed known 2024-12-08T00:00:00Z'],
		['order=up', 'malformed order up'],
		['event=a&event=b', 'duplicate event b'],
		['q=%E0%A4%A', 'unreadable q %E0%A4%A'],
		['q=%00', 'unreadable q %00'],
		['event=..%2Fx', 'malformed event ../x']
	])('%s is said', (query, notice) => {
		expect(codes(query)).toEqual([notice]);
	});

	it('takes any of the places it can read', () => {
		expect(decoded('place=moscow,Bad,damascus,moscow').filter.places).toEqual(['damascus', 'moscow']);
	});

	it('shortens a search that is too long, and says so', () => {
		expect(decoded(`q=${'a'.repeat(300)}`).filter.query).toHaveLength(200);
		expect(codes(`q=${'a'.repeat(300)}`)).toEqual([`shortened q ${'a'.repeat(80)}`]);
	});

	it('does not pass on what is not ours', () => {
		expect(encodeView(decoded('utm_source=x&fbclid=1&event=a&__proto__=2&constructor=3'))).toBe('event=a');
		expect(codes('utm_source=x&toString=1')).toEqual([]);
	});

	it('keeps a final full stop that is meant', () => {
		const asked: View = { ...DEFAULT_VIEW, filter: { ...DEFAULT_VIEW.filter, query: 'St.' } };
		expect(encodeView(asked)).toBe('q=St%2E');
		expect(decoded('q=St%2E')).toEqual(asked);
	});

	it('fits any ordinary view', () => {
		expect(
			encodeView(decoded(`q=${encodeURIComponent('ж'.repeat(200))}&map=10.25/33.51234/36.27654`)).length
		).toBeLessThan(MAX_LINK_LENGTH);
	});
});
