import { askWhoIsThere } from './early';

// the server is asked while the rest of the program is still on its way
askWhoIsThere();
void import('./app').then(({ begin }) => begin());
