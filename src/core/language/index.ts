export { tokenize, type Token, type TokenKind } from './tokens'
export { sentences, sentencesIn } from './sentences'
