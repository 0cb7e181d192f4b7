import { crc32, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { withTexts } from '../../../src/lib/share/picture/png-texts.ts';

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/** One grey pixel. */
const PNG = new Uint8Array(
	Buffer.concat([
		Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
		chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
		chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
		chunk('IEND', Buffer.alloc(0))
	])
);

test('texts stand between the head and the pixels, in chunks that check', async () => {
	const file = Buffer.from(
		await withTexts(PNG, [
			['Title', 'Сирия и Россия'],
			['Comment', ''],
			['Description', 'من 16 حدثًا\0 ✓']
		]).arrayBuffer()
	);
	const found: (readonly [type: string, data: string])[] = [];
	let at = 8;
	while (at < file.length) {
		const length = file.readUInt32BE(at);
		const body = file.subarray(at + 4, at + 8 + length);
		expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
		found.push([body.subarray(0, 4).toString(), body.subarray(4).toString()]);
		at += 12 + length;
	}
	expect(found.map(([type]) => type)).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
	expect(found[1]?.[1]).toBe('Title\0\0\0\0\0Сирия и Россия');
	expect(found[2]?.[1]).toBe('Description\0\0\0\0\0من 16 حدثًا ✓');
});
