// npm run build: everything that `npm start` and `forge deploy` need.
import { buildAll } from './build-all';

buildAll().then(
  () => console.log('built'),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
