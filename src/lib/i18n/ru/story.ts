import type { story as en } from '../en/story.ts';
import { count, events, number } from './words.ts';

export const story: typeof en = {
	kind: 'История',
	stories: (stories) => (stories === 1 ? 'История:' : 'Истории:'),
	languages: 'Эта история на других языках',
	skipToStory: 'Перейти к истории',
	by: (author) => `Автор: ${author}`,
	notTranslated: (language) => `Этой истории нет на русском языке. Язык текста: ${language}.`,

	steps: 'Шаги истории',
	previous: 'Предыдущий шаг',
	next: 'Следующий шаг',
	place: (step, steps) => `Шаг ${number(step)} из ${number(steps)}`,
	everything: 'Все события',
	search: (words) => `«${words}»`,
	known: (day) => `известное на ${day}`,

	events: (quantity) => `На карте и шкале времени: ${events(quantity)}`,
	none: 'Этому виду не соответствует ни одно событие.',
	more: (quantity) =>
		`И ещё ${count(quantity, { one: '# событие', few: '# события', many: '# событий', other: '# события' })}`,
	reports: 'Что говорится в сообщениях',
	open: 'Открыть этот вид',

	graphic: 'Карта и шкала времени истории',
	changed: 'Вы изменили вид.',
	back: 'Вернуться к шагу',
	explore: 'Исследовать',
	exploreHint: 'Откроются карта, шкала времени и список всех событий — с тем, что вы видите сейчас.',
	others: 'Другие истории',
	singleKeys: 'Одиночные клавиши: J — следующий шаг, K — предыдущий'
};
