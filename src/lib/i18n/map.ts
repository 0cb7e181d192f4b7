import { map as ar } from './ar/map.ts';
import { map as en } from './en/map.ts';
import { map as ru } from './ru/map.ts';

export const mapMessages = { en, ar, ru };
