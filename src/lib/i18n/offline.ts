import { offline as ar } from './ar/offline.ts';
import { offline as en } from './en/offline.ts';
import { offline as ru } from './ru/offline.ts';

export const offlineMessages = { en, ar, ru };
