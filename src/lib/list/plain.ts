import type { Catalogue, CatalogueEvent } from '$lib/core/catalogue.ts';
import type { Columns } from '$lib/core/columns.ts';
import type { EdtfDate } from '$lib/core/edtf-types.ts';
import { periodAt, type Granularity } from '$lib/core/granularity.ts';
import { civilOf } from '$lib/core/instant.ts';
import { STATUSES, type EventId, type LocalizedText, type PlaceId } from '$lib/core/model.ts';
import type { I18n, ResolvedText } from '$lib/i18n/index.ts';
import { headingOf, nameOf } from './groups.ts';
import { headingWords } from './heading.ts';
import { placePhrases } from './places.ts';

/** The words over a row, and what tells one heading from another. */
export interface RowHeading {
	readonly name: string;
	readonly words: string;
}

/** A row in texts alone, so that drawing it anew writes some texts and no more. */
export interface PlainRow {
	/** `null` as long as the record is not here. */
	readonly id: EventId | null;
	readonly date: string;
	/** `null`: not known without the record. */
	readonly heading: RowHeading | null;
	readonly slot: number;
	readonly planned: boolean;
	readonly category: string;
	readonly title: ResolvedText;
	readonly status: string;
	readonly places: string;
	readonly sources: string;
}

/** Rows in texts; what takes time to put into words is put into words once. What is made keeps to one catalogue. */
export function createPlainRows(catalogue: Catalogue, i18n: I18n): (row: number) => PlainRow {
	const { m, text, resolve } = i18n;
	const dated = createDates(i18n);
	const rows = new WeakMap<CatalogueEvent, PlainRow>();
	const counts = new Map<number, string>();
	const names = new Map<PlaceId, string>();
	const statuses = new Map<number, string>();
	const { categories } = catalogue.dataset;
	const PLANNED = STATUSES.indexOf('planned');

	function sources(count: number): string {
		const known = counts.get(count) ?? (count === 0 ? m.list.noSource : m.list.sources(count));
		counts.set(count, known);
		return known;
	}

	// Between marks that keep each name apart from the direction of what is around it.
	const isolated = (name: LocalizedText): string => `\u2068${text(name)}\u2069`;
	function nameOfPlace(id: PlaceId): string {
		const known = names.get(id) ?? isolated(catalogue.placeById.get(id)?.name ?? { und: id });
		names.set(id, known);
		return known;
	}

	function write(item: CatalogueEvent): PlainRow {
		const category = catalogue.categoryById.get(item.event.category);
		const places = placePhrases(item.event.places).map((phrase) => {
			if (phrase.kind === 'journey') return m.list.journey(nameOfPlace(phrase.from), nameOfPlace(phrase.to));
			if (phrase.kind === 'between') return m.list.link(phrase.places.map(nameOfPlace));
			const name = nameOfPlace(phrase.place);
			return phrase.kind === 'at' ? name : m.list[phrase.kind](name);
		});
		const { status } = item.event;
		return {
			id: item.id,
			date: item.when === null ? m.list.undated : dated.of(item.when).label,
			heading: item.when === null ? { name: 'undated', words: m.list.undated } : dated.of(item.when).heading,
			slot: category?.slot ?? 0,
			planned: status === 'planned',
			category: text(category?.name ?? {}),
			title: resolve(item.event.title),
			status: status === 'occurred' ? '' : m.list.status[status],
			places: places.join(', '),
			sources: sources(item.sources.length)
		};
	}

	/** What the columns know of a row whose record is not here. */
	function outline(row: number, columns: Columns): PlainRow {
		const category = categories[columns.category[row] ?? 0];
		const status = columns.status[row] ?? 0;
		const said =
			statuses.get(status) ?? (STATUSES[status] === 'occurred' ? '' : m.list.status[STATUSES[status] ?? 'occurred']);
		statuses.set(status, said);
		return {
			id: null,
			...(row < catalogue.dated
				? dated.within(row, columns)
				: { date: m.list.undated, heading: { name: 'undated', words: m.list.undated } }),
			slot: category?.slot ?? 0,
			planned: status === PLANNED,
			category: text(category?.name ?? {}),
			title: { text: '', lang: i18n.locale, isFallback: false },
			status: said,
			places: '',
			sources: ''
		};
	}

	return (row) => {
		const item = catalogue.records.at(row);
		if (item === null) {
			if (catalogue.columns === null) throw new Error(`Row ${row} is not in the catalogue.`);
			return outline(row, catalogue.columns);
		}
		const known = rows.get(item) ?? write(item);
		rows.set(item, known);
		return known;
	};
}

/** Units that a date can be written in from its bounds alone. */
const UNITS: readonly Granularity[] = ['day', 'month', 'year'];

function createDates(i18n: I18n) {
	const { dates } = i18n;
	const known = new WeakMap<EdtfDate, { readonly label: string; readonly heading: RowHeading }>();
	const periods = new Map<string, { readonly date: string; readonly heading: RowHeading | null }>();
	const NOTHING = { date: '', heading: null };

	function of(when: EdtfDate) {
		const found = known.get(when);
		if (found !== undefined) return found;
		const heading = headingOf(when);
		const made = {
			label: dates.label(when, 'short'),
			heading: { name: nameOf(heading), words: headingWords(heading, i18n) }
		};
		known.set(when, made);
		return made;
	}

	/** The date in words where the bounds say all of it: it is known to lie in one plain day, month or year, and no more. */
	function within(row: number, { start, end, sureAt, begunBy, lastsTo }: Columns) {
		const [from = NaN, to = NaN] = [start[row], end[row]];
		const sure = sureAt[row] ?? 0;
		if (sureAt[row + 1] !== sure + 1 || begunBy[sure] !== to || lastsTo[sure] !== from) return NOTHING;
		const key = `${from} ${to}`;
		const found = periods.get(key);
		if (found !== undefined) return found;
		const unit = UNITS.find((candidate) => {
			const period = periodAt(from, candidate);
			return period.start === from && period.end === to;
		});
		const made = unit === undefined ? NOTHING : { date: dates.instant(from, unit, 'short'), heading: over(from, unit) };
		periods.set(key, made);
		return made;
	}

	function over(start: number, unit: Granularity): RowHeading | null {
		const { year, month } = civilOf(start);
		if (year < 0 || year > 9999) return null;
		const name = `${String(year).padStart(4, '0')}${unit === 'year' ? '' : `-${String(month).padStart(2, '0')}`}`;
		return { name, words: dates.instant(start, unit === 'year' ? 'year' : 'month') };
	}

	return { of, within };
}
