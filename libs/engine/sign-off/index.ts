export { sendForSignOff } from './send-for-sign-off.js';
export { returnFromSignOff, takeBackFromSignOff, type HandedBack } from './take-back.js';
export { signOff } from './sign-off.js';
export { turnSignOff, type TurnSignOffCommand } from './turn-sign-off.js';
export { unsigned, wayOut, type WayOut } from './way-out.js';
export type {
  ReturnForWordsCommand,
  SendForSignOffCommand,
  SentForSignOff,
  SignedOff,
  SignedRow,
  SignOffOutcome,
  SomeOfSittingCommand,
} from './command.js';
