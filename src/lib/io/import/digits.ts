/** Digits of Arabic and of Persian and Urdu, and the Arabic decimal sign. */
const OTHER = /[\u0660-\u0669\u06f0-\u06f9\u066b]/g;

/** A cell with a number or date in it with the digits 0 to 9 and a decimal point. Whatever else it has stays. */
export function plainDigits(text: string): string {
	return text.replace(OTHER, (sign) => {
		const code = sign.charCodeAt(0);
		if (code === 0x066b) return '.';
		return String(code - (code < 0x06f0 ? 0x0660 : 0x06f0));
	});
}
