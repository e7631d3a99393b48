export { handDown, mayBeHandedDown, type HandDownCommand } from './hand-down.js';
export { answerHandDown, recallHandDown, type HandDownActCommand } from './answer-hand-down.js';
export { adoptHandedDown, type AdoptCommand } from './adopt-handed-down.js';
export { askAboutHandedDown, declineHandedDown, type WordsOnHandedDown } from './decide-handed-down.js';
export { carryCascade } from './carry-cascade.js';
export { LEVEL_NAMES, placeInTree, type PlaceCommand, type Placed } from './place-in-tree.js';
