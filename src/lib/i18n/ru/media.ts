export const media = {
	list: 'Изображения и записи',
	load: {
		image: (host: string) => `Загрузить изображение с ${host}`,
		video: (host: string) => `Загрузить видео с ${host}`,
		audio: (host: string) => `Загрузить запись с ${host}`
	},
	covered: {
		image: 'Закрыто: на изображении насилие или смерть.',
		video: 'Закрыто: на видео насилие или смерть.',
		audio: 'Закрыто: на записи слышны насилие или смерть.'
	},
	uncover: 'Снять завесу',
	sure: 'Это может быть тяжело видеть или слышать. Всё равно загрузить?',
	leave: 'Оставить закрытым',
	loading: (host: string) => `Загрузка с ${host} …`,
	failed: {
		image: (host: string) => `Не удалось загрузить изображение с ${host}.`,
		video: (host: string) => `Не удалось загрузить видео с ${host}.`,
		audio: (host: string) => `Не удалось загрузить запись с ${host}.`
	},
	retry: 'Повторить',
	open: (host: string) => `Открыть на ${host}`,
	hide: 'Скрыть',
	credit: (name: string) => `Автор: ${name}`,
	onlyLink: (host: string) => `Эта страница не может ничего загружать с ${host}; ссылка ведёт туда.`
};
