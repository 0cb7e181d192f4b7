import { picture as ar } from './ar/picture.ts';
import { picture as en } from './en/picture.ts';
import { picture as ru } from './ru/picture.ts';

export const pictureMessages = { en, ar, ru };
