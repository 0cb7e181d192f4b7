/** `npm run test:all`: as `npm test`, and of every matrix of states all of it and no choice. Takes several times as long. */
process.env.CHRONOTOPE_ALL = '1';
await import('./test.mjs');
