import * as list from '../subjects/list.ts';
import { offer } from './harness.ts';

offer({ chronotope: list.createWindowed, 'every row in the DOM': list.createWhole });
