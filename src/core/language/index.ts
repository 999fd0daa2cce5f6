export { eachToken, tokenize, type Token, type TokenKind } from './tokens'
export { sentences, sentencesIn } from './sentences'
export { cutsOf } from './windows'
export { agencies, agenciesIn, agencyCode, type Agency, type AgencyMention } from './agencies'
