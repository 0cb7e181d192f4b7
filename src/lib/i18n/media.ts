import { media as ar } from './ar/media.ts';
import { media as en } from './en/media.ts';
import { media as ru } from './ru/media.ts';

export const mediaMessages = { en, ar, ru };
