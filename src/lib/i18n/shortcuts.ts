import { shortcuts as ar } from './ar/shortcuts.ts';
import { shortcuts as en } from './en/shortcuts.ts';
import { shortcuts as ru } from './ru/shortcuts.ts';

export const shortcutMessages = { en, ar, ru };
