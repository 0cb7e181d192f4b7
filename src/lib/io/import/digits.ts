/** Digits of Arabic and of Persian and Urdu, the Arabic decimal sign, and marks of direction, which mean nothing in a number. */
const OTHER = /[\u0660-\u0669\u06f0-\u06f9\u066b\u061c\u200e\u200f]/g;

/** A cell with a number or date in it with the digits 0 to 9 and a decimal point. Whatever else it has stays. */
export function plainDigits(text: string): string {
	return text.replace(OTHER, (sign) => {
		const code = sign.charCodeAt(0);
		if (code === 0x066b) return '.';
		if (code === 0x061c || code > 0x2000) return '';
		return String(code - (code < 0x06f0 ? 0x0660 : 0x06f0));
	});
}
