import type { map as en } from '../en/map.ts';
import { createCounter } from '../plural.ts';

const count = createCounter('ru');
/** As Russian sites shorten it, too: `1 тыс.` would not fit into a circle. */
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 0 });

const events = (number: number): string =>
	count(number, { one: '# событие', few: '# события', many: '# событий', other: '# события' });

export const map: typeof en = {
	title: 'Карта',
	canvas: 'Фоновая карта: стрелки двигают её, плюс и минус меняют масштаб',
	description:
		'В каждом месте стоит круг; число в нём и его размер говорят, сколько событий из списка связано с этим местом. Линии соединяют места поездки, разговора или заявления о другом месте. Те же события есть в списке.',
	events,
	place: (name, number) => `${name}, ${events(number)}`,
	number: (number) => compact.format(number),
	zoomIn: 'Приблизить',
	zoomOut: 'Отдалить',
	fit: 'Показать все события',
	reset: 'Сбросить вид карты',
	controls: 'Вид карты',
	attribution: 'Данные карты',
	notSingly: (places) =>
		count(places, {
			one: 'Ещё # место на экране не показано отдельно. Приблизьте карту или смотрите список.',
			few: 'Ещё # места на экране не показаны отдельно. Приблизьте карту или смотрите список.',
			many: 'Ещё # мест на экране не показано отдельно. Приблизьте карту или смотрите список.',
			other: 'Ещё # места на экране не показано отдельно. Приблизьте карту или смотрите список.'
		}),
	unsupported:
		'Этот браузер не рисует фоновую карту (WebGL 2 отключён). Места, список и шкала времени всё равно работают.',
	loadFailed: 'Не удалось загрузить фоновую карту. Места, список и шкала времени всё равно работают.',
	lost: 'Карта сейчас недоступна',
	lostDetail: 'Видеокарта прервала её отображение. Места, список и шкала времени всё равно работают.',
	reload: 'Перезагрузить карту',
	noBasemap: 'Фоновая карта на этом сервере не читается: суши и границ не видно. Места показаны верно.'
};
