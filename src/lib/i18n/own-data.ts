import { ownData as ar } from './ar/own-data.ts';
import { ownData as en } from './en/own-data.ts';
import { ownData as ru } from './ru/own-data.ts';

export const ownDataMessages = { en, ar, ru };
