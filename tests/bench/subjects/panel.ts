import { BINS, CATEGORIES, EPOCH_MS, type BenchData } from '../data.ts';

/** Rows in sight. */
const ROWS = 26;
const ROW_PX = 18;

/** What stands beside the map in a page like ours: a histogram on a canvas, and a list that scrolls. */
export function createPanel({ start, place, category }: BenchData) {
	const canvas = document.createElement('canvas');
	const list = document.createElement('div');
	[canvas.width, canvas.height] = [600, 80];
	list.style.cssText = 'width: 400px; height: 400px; overflow: auto';
	document.body.append(canvas, list);
	const context = canvas.getContext('2d');
	const date = (row: number): string => new Date(EPOCH_MS + (start[row] ?? 0) * 1000).toISOString().slice(0, 10);
	const title = (row: number): string =>
		`Event ${row} at place ${place[row] ?? 0}, category ${(category[row] ?? 0) % CATEGORIES}`;
	const space = document.createElement('div');
	const pool = Array.from({ length: ROWS }, () => {
		const row = document.createElement('div');
		const [day, text] = [document.createElement('b'), document.createTextNode('')];
		row.append(day, text);
		return { row, day, text };
	});
	return {
		draw(counts: ArrayLike<number>): void {
			if (context === null) return;
			context.clearRect(0, 0, canvas.width, canvas.height);
			context.fillStyle = '#369';
			let most = 1;
			for (let i = 0; i < BINS; i++) most = Math.max(most, counts[i] ?? 0);
			for (let i = 0; i < BINS; i++) {
				const height = (78 * (counts[i] ?? 0)) / most;
				context.fillRect(5 * i, 80 - height, 4, height);
			}
		},
		/** Only the rows in sight, in elements that stay. */
		showFirst(count: number, rowAt: (index: number) => number): void {
			if (space.parentNode === null) {
				space.append(...pool.map(({ row }) => row));
				list.replaceChildren(space);
			}
			space.style.blockSize = `${count * ROW_PX}px`;
			pool.forEach(({ row, day, text }, index) => {
				row.hidden = index >= count;
				if (row.hidden) return;
				const event = rowAt(index);
				day.textContent = date(event);
				text.data = ` ${title(event)} `;
			});
			void list.scrollHeight;
		},
		/** Every row, as markup. */
		showAll(rows: readonly number[]): void {
			list.innerHTML = rows.map((row) => `<div><b>${date(row)}</b> ${title(row)}</div>`).join('');
			void list.scrollHeight;
		},
		free(): void {
			canvas.remove();
			list.remove();
		}
	};
}
