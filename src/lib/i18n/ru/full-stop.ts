/** Ends a sentence; one that ends with a shortened word has its full stop already: `2025 г.` */
export const fullStop = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
