import { withoutScript as ar } from './ar/without-script.ts';
import { withoutScript as en } from './en/without-script.ts';
import { withoutScript as ru } from './ru/without-script.ts';

export const withoutScriptMessages = { en, ar, ru };
