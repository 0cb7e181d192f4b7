import type { sharing as en } from '../en/sharing.ts';
import { count, events, eventsOf, number } from './words.ts';

export const sharing: typeof en = {
	embed: 'Встроить',
	embedAbout: 'Этот вид в статье на другом сайте, на всю её ширину. Работает без скрипта.',
	embedOwn: 'Эти данные есть только в этом браузере: пока они не опубликованы, ни одна страница не может их показать.',
	embedTooLong: 'Этот вид не умещается в ссылку, и встроить его нельзя. Сначала уберите часть фильтров.',
	height: 'Высота',
	pixels: (value) => count(value, { one: '# пиксель', few: '# пикселя', many: '# пикселей', other: '# пикселя' }),
	withScript: 'Со скриптом: высота рамки подстраивается под содержание, и статья может следить за видом',
	code: 'Код для вашей страницы',
	copyCode: 'Копировать код',
	copied: 'Скопировано.',
	notCopied: 'Браузер не разрешает копирование. Текст выделен: скопируйте его клавишами Ctrl+C или ⌘C на Mac.',

	download: 'Скачать',
	which: 'Какие события',
	filtered: (listed, total) => `То, что сейчас отобрано: ${number(listed)} из ${eventsOf(total)}`,
	all: (total) => `Все: ${events(total)}`,
	excel: 'Для Excel: пометить файл CSV как UTF-8',
	csv: 'CSV',
	csvFor: 'для таблиц',
	geojson: 'GeoJSON',
	geojsonFor: 'для карт',
	icalendar: 'iCalendar',
	icalendarFor: 'для календарей',
	native: 'Файл данных',
	nativeFor: 'всё целиком, можно снова открыть здесь',
	leftOut:
		'В CSV, GeoJSON и iCalendar не входят тексты на других языках, исправления, архивные копии, указания на место в сообщении и на агентства, на которые оно ссылается, и все изображения, кроме первого; в iCalendar нет также участников, изображений и того, что говорится в сообщениях.',
	selection: (listed, total, lines) => [`${number(listed)} из ${eventsOf(total)}`, ...lines].join('; '),
	wholeSelection: (total) => `все события: ${number(total)}`,
	writing: 'Сбор событий',
	cancel: 'Отменить',
	cancelled: 'Отменено. Ничего не сохранено.',
	saved: (name, written) => `Сохранено: ${name}, ${events(written)}.`,
	undated: (left) => `Событий без известного дня: ${number(left)}. В календарь они не вошли.`,
	tooMany: (chosen, most) =>
		`Выбрано событий: ${number(chosen)}, а браузер за один раз записывает не больше ${number(most)}. Сузьте отбор; все события записывает команда npm run data:export.`,
	nothing: 'Ни одно событие не проходит через эти фильтры: записывать нечего.',
	opening: 'Данные ещё открываются. Повторите, когда появится шкала времени.',
	failed: (file) => `Не удалось получить ${file}, ничего не сохранено. Повторите попытку.`,

	cite: 'Сослаться'
};
