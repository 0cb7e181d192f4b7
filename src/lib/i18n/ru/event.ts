export { event } from '../en/event.ts';
