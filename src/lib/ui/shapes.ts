/**
 * The outline of a category's sign, centred on (0, 0), as the `d` of an SVG path. `slot` counts from 0 and repeats
 * after eight; `radius` in px is that of the circle, and the other shapes are sized to look as heavy as it.
 */
export function shapePath(slot: number, radius: number): string {
	const shape = SHAPES[slot % SHAPES.length] ?? circle;
	return shape(radius);
}

/** How many slots of colour and shape there are. */
export const SLOTS = 8;

const circle = (r: number): string => `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;

/** Corners on a circle, the first one at `turn` (degrees, 0 is up, clockwise); `inner` adds a corner between two. */
function polygon(corners: number, turn: number, r: number, inner = 1): string {
	const points = Array.from({ length: inner < 1 ? corners * 2 : corners }, (_, i) => {
		const share = inner < 1 ? i / 2 : i;
		const angle = ((turn + (share * 360) / corners) * Math.PI) / 180;
		const length = inner < 1 && i % 2 === 1 ? r * inner : r;
		return `${fixed(Math.sin(angle) * length)},${fixed(-Math.cos(angle) * length)}`;
	});
	return `M${points.join('L')}Z`;
}

const fixed = (value: number): number => Number(value.toFixed(3));

/** In the order of the palette: circle, square, triangle, diamond, cross, star, hexagon, wye. */
const SHAPES: readonly ((r: number) => string)[] = [
	circle,
	(r) => polygon(4, 45, r * 1.25),
	(r) => polygon(3, 0, r * 1.3),
	(r) => polygon(4, 0, r * 1.3),
	(r) => polygon(4, 0, r * 1.3, 0.4),
	(r) => polygon(5, 0, r * 1.4, 0.45),
	(r) => polygon(6, 0, r * 1.1),
	(r) => polygon(3, 180, r * 1.3)
];
