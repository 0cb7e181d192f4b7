import { foot as ar } from './ar/foot.ts';
import { foot as en } from './en/foot.ts';
import { foot as ru } from './ru/foot.ts';

export const footMessages = { en, ar, ru };
