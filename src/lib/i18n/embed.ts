import { embed as ar } from './ar/embed.ts';
import { embed as en } from './en/embed.ts';
import { embed as ru } from './ru/embed.ts';

export const embedMessages = { en, ar, ru };
