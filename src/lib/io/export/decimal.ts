/** A finite number without an exponent, as spreadsheets and our importer read it; reading it gives the same number. */
export function decimal(value: number): string {
	const text = String(value);
	const match = /^(-?)(\d)(?:\.(\d+))?e([-+]\d+)$/.exec(text);
	if (match === null) return text;
	const [, sign = '', first = '', rest = '', exponent = '0'] = match;
	const shift = Number(exponent);
	const digits = first + rest;
	if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${digits}`;
	return `${sign}${digits.slice(0, shift + 1).padEnd(shift + 1, '0')}${digits.length > shift + 1 ? `.${digits.slice(shift + 1)}` : ''}`;
}
