import { preview as ar } from './ar/preview.ts';
import { preview as en } from './en/preview.ts';
import { preview as ru } from './ru/preview.ts';

export const previewMessages = { en, ar, ru };
