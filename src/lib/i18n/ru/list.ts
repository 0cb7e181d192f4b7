import type { list as en } from '../en/list.ts';
import { dates } from './dates.ts';
import { count } from './words.ts';

const either = new Intl.ListFormat('ru', { type: 'disjunction' });

export const list: typeof en = {
	title: 'События',

	either: (members) => either.format(members),
	between: (first, last) => dates.to(first, last),
	startUnknown: 'Начало неизвестно',
	startOpen: 'Без начала',
	undated: 'Дата неизвестна',
	continued: ', продолжение',

	inLanguage: (language) => `(язык: ${language})`,

	sources: (sources) =>
		count(sources, { one: '# источник', few: '# источника', many: '# источников', other: '# источника' }),
	noSource: 'без источника',
	reported: (length, bound) =>
		`сообщено ${{ exact: '', least: 'как минимум ', about: 'примерно ' }[bound]}через ${length}`,
	differ: 'сообщения расходятся',
	dateInferred: 'предположительная дата',
	placeUnknown: 'место неизвестно',
	status: { occurred: 'произошло', planned: 'запланировано', ongoing: 'продолжается', reported: 'сообщается' },

	// The names of places stay in the nominative.
	from: (place) => `откуда: ${place}`,
	to: (place) => `куда: ${place}`,
	journey: (from, to) => `${from} → ${to}`,
	link: (places) => places.join(' ↔ '),
	about: (place) => `тема: ${place}`
};
