export { Begin } from './Begin';
export { Choose } from './Choose';
export { Closing } from './Closing';
export { Findings } from './Findings';
export { Hub } from './Hub';
export { Items } from './Items';
export { Outbox } from './Outbox';
export { RecordFrame } from './RecordFrame';
