import { oneFile as ar } from './ar/one-file.ts';
import { oneFile as en } from './en/one-file.ts';
import { oneFile as ru } from './ru/one-file.ts';

export const oneFileMessages = { en, ar, ru };
